"""Words in Indonesian that tell of somebody's health, how they are said and written at work."""

# What begins a word, or a few words that follow each other. \b at the end closes the word.
HEALTH = r"""
sakit(?:nya|-sakitan|an)?\b(?! hati)|kesakitan\b|menyakitkan\b|penyakit\w*
(?:tidak|nggak|enggak|gak|ga|kurang|ndak|ngga) (?:enak badan|sehat|fit)\b|meriang\w*|masuk angin\b
(?:surat|keterangan|resep|periksa|berobat|kontrol|janji|anjuran|perintah) (?:ke |dari )?dokter\w*
(?:ke|dari|di) dokter(?:nya)?\b
dokter\w* (?:\w+ )?(?:bilang|melarang|menyarankan|meresepkan|menemukan)\b|berobat\w*|pengobatan\w*
periksa ke (?:rumah sakit|puskesmas|klinik)\b
(?:masuk|dirawat di|opname di|di|dari|ke|keluar|pulang dari|dilarikan ke) (?:rumah sakit|rs|rsud|\
rsj)\b(?= (?:karena|sejak|selama|minggu|kemarin|tiga|dua|lagi|jiwa|untuk (?:operasi|kontrol|\
berobat))|[.,!?]|$)
(?:masuk|dirawat|opname|dilarikan|keluar|pulang)(?: di| ke| dari)? (?:rumah sakit|rs|rsud|rsj)\b
rumah sakit jiwa\b|opname\b|diopname\b|dirawat\b|rawat (?:inap|jalan)\b|diinfus\b|infus\b
(?:masuk|di|ke|dibawa ke|dari) (?:icu|igd|ugd|nicu)\b|ambulans?(?:nya)?\b|karantina\b|isoman\b
obat(?:nya|-obatan|-obat)?\b(?! nyamuk)|diobati\b|mengobati\b|antibiotik\w*|insulin\w*
parasetamol\w*|paracetamol\b|antidepresan\b|suntik(?:an)? (?:insulin|kb|obat)\b|disuntik\w*
dosis(?:nya)?\b|pil kb\b|obat tidur\b|terapi(?:nya)?\b|fisioterapi\w*|kemo(?:nya)?\b|kemoterapi\w*
radioterapi\b|cuci darah\b|dialisis\b|hemodialisa\b|transfusi\w*|transplantasi\w*|donor ginjal\b
cangkok\w*|kanker\w*|tumor(?:nya)?\b|(?:ada|punya|operasi|kena|mengidap|karena) kista\b|miom\w*
benjolan\w*|leukemia\b|metastasis\b|stadium (?:satu|dua|tiga|empat|akhir|lanjut|\d|i+v?)\b
diabet\w*|kencing manis\b|gula darah\b|gulanya (?:naik|tinggi)\b|kena gula\b|sakit gula\b
kolesterol\w*|darah (?:tinggi|rendah)\b|hipertensi\w*|tensinya\b|asam urat\w*|asam lambung\w*
maag\b|gerd\b|tipes\b|tifus\b|demam\w*|dbd\b|malaria\b|chikungunya\b|tbc\b|tb paru\b|tuberkulosis\b
flek paru\b|paru-?paru(?:nya)?\b|asma(?:nya)?\b|sesak napas\w*|sesak nafas\w*|pneumonia\b
bronkitis\b|covid\b|korona\b|corona\b|hepatitis\b|sakit kuning\b|hiv\b|odha\b|sifilis\b
raja singa\b|campak\b|cacar\w*|gondongan\b|kusta\b|rabies\b|difteri\b|diare\b|mencret\w*|muntah\w*
muntaber\b|mual\w*
pusing(?:nya)?\b(?! (?:memikir|mencari|soal|dengan|melihat|karena (?:aplikasi|sistem|aturan)))
migrain\w*|vertigo\b|panas tinggi\b|batuk\w*|pilek\w*|flu\b(?= )
(?:kena|lagi|sedang|karena|sakit) flu\b|radang\w*|infeksi\w*|terinfeksi\b|bisul\w*|eksim\w*
gatal-gatal\b|kudis\b|ambeien\b|wasir\b|hernia\b|usus buntu\b|batu (?:ginjal|empedu)\b
gagal (?:ginjal|jantung)\b|ginjal(?:nya)?\b
jantung(?:nya)?\b(?! (?:kota|hati|kegiatan|pelayanan|ibu ?kota))|serangan jantung\b|levernya\b
(?:sakit|kena|penyakit) (?:lever|liver|paru)\b|anemia\b|kurang darah\b|talasemia\b|hemofilia\b
tiroid\b|gondok(?:an)?\b|lupus\b|autoimun\w*|epilepsi\b|ayan(?:nya)?\b|kejang\w*|pingsan\w*
stroke(?:nya)?\b|strok\b|lumpuh\w*|kelumpuhan\b|pikun\w*|demensia\w*|alzheimer\b|parkinson\b
gegar otak\b|patah (?:tulang|kaki|tangan|lengan|rusuk|pinggul)\b
(?:kaki|tangan|lengan|tulang)(?:nya|ku)? (?:\w+ )?(?:patah|retak|bengkak|terkilir|keseleo|\
diamputasi|digips)\b
terkilir\b|keseleo\b|digips\b|gips\b|saraf kejepit\b|diamputasi\b|amputasi\b|memar\w*|lebam\w*
luka (?:bakar|parah|dalam|di)\b|terluka\b|mimisan\b|berdarah\b|pendarahan\b|perdarahan\b
kecelakaan(?: \w+)? (?:dan|lalu|sampai|sehingga|kerja)\b
(?:habis|baru|baru saja|selesai|setelah|sesudah|pasca|sebelum|menjalani|menunggu|jadwal|akan|mau|\
harus) operasi\b(?! (?:pasar|razia|penertiban|yustisi|gabungan))
dioperasi\w*
operasi (?:jantung|lutut|mata|katarak|usus|caesar|sesar|pinggul|tulang|otak|plastik|payudara|\
kanker|tumor|besar|amandel|hernia)\b
operasinya\b|(?:hasil|tes|periksa|cek) (?:lab|darah|urine)\b|rontgen\w*|ct scan\b|mri\b|usg\b
biopsi\w*|endoskopi\b|hasil tes(?:nya)? positif\b|positif (?:hiv|covid|hamil|narkoba|corona)\b
diagnosa\w*|diagnosisnya|didiagnos\w*
gejala(?:nya)? (?:\w+ )?(?:sakit|demam|flu|depresi|covid|tifus)\b|kambuh\w*|komplikasi\w*
kritis di\b|sekarat\b|hamil\w*|kehamilan\w*|mengandung (?:\w+ )?bulan\b|sedang mengandung\b
keguguran\b|melahirkan\b|bersalin\b|persalinan(?:nya)?\b|caesar\b|sesar\b|aborsi\b|menyusui\b
nifas\b|prematur\b|bayi tabung\b|program hamil\b|promil\b|mandul\b|ngidam\b|baby ?blues\b
nyeri (?:haid|\w+)\b|haid\w*|menopause\b|(?:cacat|penyandang|tuna\w+|difabel|disabilitas)(?:nya)?\b
lumpuh layu\b|polio\b|kursi roda(?:nya)?\b|tuna ?(?:netra|rungu|wicara|daksa|grahita|laras)\w*
(?:orang|yang|seorang|penyandang|kakek|nenek|anak(?:nya)?|ibu(?:nya)?|bapak(?:nya)?|pelanggan|\
pemohon|setengah|dia|ia) tuli\b
tuli (?:sejak|dan|total|sebelah)\b|budek\b|bisu\b
buta\b(?! (?:huruf|aksara|teknologi|hukum|soal|terhadap|arah|hati))|buta warna\b|rabun\w*|katarak\b
glaukoma\b|alat bantu dengar\w*|tongkat putih\b|kaki palsu\b|tangan palsu\b|kruk(?:nya)?\b
(?:mem)?pakai tongkat\b
(?:pendengaran|penglihatan|ingatan|daya ingat)(?:nya|ku)? (?:\w+ )?(?:kurang|menurun|berkurang|\
hilang|terganggu|lemah|buruk|memburuk)\b
(?:kurang|susah|sulit|tidak bisa|tidak dapat) (?:mendengar|melihat|berjalan|bicara) (?:lagi|\
dengan jelas|karena|sejak|jauh)\b
(?:mulai|sering|sudah) (?:pelupa|lupa-lupa|lupa (?:nama|jalan|hari|di mana))\b|pelupa\b|autis\w*
adhd\b|hiperaktif\b|down ?syndrome?|down sindrom\b|sindrom\w*|keterbelakangan mental\b|disleksia\b
gagap(?:nya)?\b(?! teknologi)|anak berkebutuhan khusus\b|speech delay\b|terlambat bicara\b
depresi\w*|stres (?:berat|sekali sampai|pascatrauma)\b
gangguan (?:jiwa|mental|kecemasan|cemas|makan|tidur|kepribadian|panik|bipolar|kejiwaan|saraf|\
pendengaran|penglihatan)\b
odgj\b|bipolar\b|skizofrenia\b|psikosis\b|halusinasi\b|serangan panik\b
kecemasan(?:nya)? (?:kambuh|parah|berlebih)\b|(?:ke|dari|sama|konsultasi) (?:psikolog|psikiater)\w*
psikiater\w*|kesehatan (?:mental|jiwa)(?:nya|ku)?\b
(?:sakit|orang|agak|sudah|jadi|setengah) (?:jiwa|gila)\b|tidak waras\b|kurang waras\b
trauma(?:nya)?\b|ptsd\b|anoreksia\b|bulimia\b|percobaan bunuh diri\b|menyilet\b
menyayat (?:tangan|diri)\b|burn ?out\b|kelelahan kronis\b|insomnia\b
(?:kesehatan|kondisi kesehatan)(?:nya|ku)\b
kesehatan (?:saya|ibu|bapak|ayah|anak|istri|suami|beliau)\b
kondisi(?:nya)? (?:drop|kritis|memburuk)\b|alergi\w*|intoleransi laktosa\b|obesitas\b|kurang gizi\b
gizi buruk\b|stunting\b|sumsum\b|mata(?:nya)? (?:\w+ )?(?:minus|rabun|buta|juling)\b|cacingan\b
kutu (?:rambut|air)\b|mabuk\w*(?! (?:cinta|kekuasaan))|teler\b|sempoyongan\b
(?:bau|berbau|minum|habis minum|kecanduan) (?:\w+ )?(?:alkohol|miras|minuman keras|tuak|arak|ciu|\
oplosan)\b
miras\b|minuman keras\b|alkoholik\b|pemabuk\w*|narkoba\b|narkotika\b|sabu(?:-sabu)?\b|nyabu\b
ganja\b|heroin\b|putaw\b|ekstasi\b|sakau\b|pecandu\w*|kecanduan\w*|nge-?fly\b
mengisap (?:ganja|lem)\b|ngelem\b|overdosis\b|rehabilitasi(?:nya)?\b|rehab\b
pemakai (?:narkoba|sabu)\b|metadon\b
"""

# What is left aside although a word above stands in it, as in `health_words`.
HARMLESS = r"""
sakit hati\w*|rumah sakit(?! jiwa)\b|sakit kepala (?:memikir|mengurus|soal|dengan)\w*
(?:toko|pabrik|kotak|lemari) obat\b|obat (?:nyamuk|hama|terbaik|mujarab|rindu)\w*
(?:suntikan|menyuntik\w*) (?:dana|modal|semangat)\b
(?:dinas|kementerian|kartu|bpjs|loket|petugas|kader|asuransi|jaminan|layanan|fasilitas|posko|\
protokol|surat keterangan) (?:kesehatan|disabilitas|difabel|kehamilan|rehabilitasi|terapi|\
konseling)\w*
(?:layanan|jalur|loket|kursi|prioritas|ramah|akses|aksesibilitas|toilet|parkir|hak|bagi|unit|\
komunitas) (?:prioritas )?(?:untuk )?(?:penyandang )?(?:disabilitas|difabel)\w*
(?:jalur|ramp|landai\w*|lift|toilet|akses|peminjaman|menyediakan|tersedia) (?:untuk )?kursi roda\b
(?:loket|antrean|kursi|prioritas|nomor) (?:\w+ )?(?:ibu hamil|lansia)\w*
(?:mati|buta) (?:angin|mata hati)\b|patah (?:semangat|hati|arang)\b
jantung (?:kota|pelayanan|kegiatan)\w*|gejala (?:bahwa|antrean|masalah|kurang|perubahan)\b
(?:mendiagnosis|diagnosis) (?:masalah|antrean|proses)\b
(?:masa|sejak|selama|sebelum|setelah|zaman|saat|pasca) (?:pandemi )?(?:covid|korona|corona)\w*
demam (?:panggung|bola)\b|mabuk kekuasaan\b|gila (?:kerja|hormat|bola)\b|antrean\w* gila\b
alergi (?:birokrasi|rapat|kritik|perubahan)\b|trauma (?:birokrasi|antre)\b
lumpuh(?:nya|kan)? (?:sistem|jaringan|layanan|lalu)\b
(?:sistem|layanan|jaringan|server|lalu lintas|aplikasi|pelayanan)(?:nya)? (?:\w+ )?(?:lumpuh|\
sakit|kritis)\w*
"""
