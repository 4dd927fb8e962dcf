"""Words in Indonesian that are answered first: as in `safety_words` and `wrongdoing_words`."""

# Threats, blows, and people who follow others; threats to complain are none.
VIOLENCE = r"""
(?:meng|di)ancam\w*|ancaman (?:pembunuhan|bom|kekerasan|fisik|mati)\b
(?:menerima|dapat|mendapat|ada) ancaman\b
(?:mem|di|ku|akan |mau |ingin )bunuh (?:saya|aku|kamu|kami|kalian|kau|semua|rekan|petugas|dia|\
anak|istri)\w*
(?:membunuh|dibunuh|menghabisi|dihabisi)\b|bunuh (?:kamu|kalian|kau)\b
(?:memukul|pukul|menampar|menendang|meninju|menonjok|mencekik|menjambak|menusuk|mencakar|\
menggigit|meludah|menganiaya|mengeroyok|menghajar|menyikut|membacok|menempeleng|menoyor|menyekap|\
menodong|menyandera)(?:i|nya)? (?:saya|aku|kami|kita|rekan|teman|petugas|satpam|staf|istri|suami|\
anak|ibu|bapak|ayah|guru|perawat|kolega|adik|kakak|muka|wajah|kepala|dia|orang|meja|kaca|loket|\
pegawai|kasir|leher|tangan|perut)\w*
(?:di|ter|ke)(?:pukul|tampar|tendang|tinju|tonjok|cekik|jambak|tusuk|cakar|gigit|ludah|aniaya|\
keroyok|hajar|sikut|bacok|tempeleng|serang|siram air|lempar(?:i)? (?:batu|botol|kursi|sepatu|\
gelas|map|pena)|todong|sandera|perkosa|raba|gerayangi|peluk paksa|kejar orang|untit|buntuti|\
dorong sampai)\w*
menyerang (?:saya|aku|kami|rekan|teman|petugas|satpam|pegawai|staf|istri|anak)\w*
(?:penganiayaan|pengeroyokan|pemukulan|penusukan|perkosaan|pemerkosaan|penyerangan)\w*|memerkosa\b
memperkosa\b
mendorong (?:saya|aku|rekan\w*|petugas|satpam|teman\w*)(?: \w+)? (?:sampai|hingga|ke (?:dinding|\
tembok|lantai|tangga)|jatuh|dengan kasar)\b
(?:me|di)lempar\w* (?:\w+ ){0,4}(?:ke (?:arah|muka|wajah|kepala)|kepada|pada) ?(?:saya|aku|kami|\
rekan\w*|petugas|teman\w*|loket|kaca)?\b
(?:me|di)lempar(?:i|kan)? (?:saya|kami|rekan\w*|petugas|kursi|meja|batu|botol|asbak|gelas|sepatu|\
kaca)\b
(?:mem|di)banting\w* (?:kursi|meja|komputer|monitor|barang|berkas|petugas|rekan)\b
(?:meng|di)gebrak\w*|(?:mem|di)pecah\w* (?:kaca|jendela|pintu|monitor)\b
(?:kaca|jendela|pintu)\w* (?:\w+ )?(?:dipecah|dihancur)\w*
(?:meng|di)hancurkan (?:kaca|loket|kursi|meja|komputer)\b|meng?amuk\w*|ngamuk\w*
(?:mem|di)bakar (?:\w+ )?(?:kantor|loket|gedung|rumah saya|motor saya|mobil saya|hidup-hidup)\b
bom\b(?! waktu)|meledakkan\b
(?:mem)?bawa\w* (?:\w+ )?(?:pisau|golok|parang|celurit|clurit|senjata|pistol|belati|badik|keris|\
palu|kapak|linggis|samurai)\b
(?:mengeluarkan|mengacungkan|mengayunkan|menunjukkan|menghunus|memegang|dengan|\
menodongkan) (?:\w+ )?(?:pisau|golok|parang|celurit|senjata|pistol|belati|badik)\b
senjata (?:tajam|api)\b|menodong\w*|sajam\b
(?:tahu|hafal|tau|mencari|cari|mendatangi|datangi) (?:di mana |tempat |alamat )?(?:rumah|tinggal|\
saya tinggal|sekolah anak|keluarga|anak|motor|kendaraan) ?(?:saya|kamu|kami|mu|ku|anak)\b
tahu (?:di mana )?(?:saya|aku|kamu|kami|anak saya|anakku) (?:tinggal|sekolah|pulang)\b
tahu rumah (?:saya|kami|kamu)\b
(?:membuntuti|menguntit|mengikuti|mengejar|mencegat|menghadang|mengintai) (?:saya|aku|kami|\
rekan saya)(?! (?:untuk|ke loket|ke meja|ke ruang))
(?:membuntuti|menguntit|mencegat) \w+
(?:menunggu|menanti|tunggu|nunggu) (?:saya|aku|kamu|kami|rekan saya) (?:\w+ )?(?:di luar|\
di parkiran|di tempat parkir|pulang|sepulang)\b
awas (?:kamu|kau|kalian|lu|ya kamu)\b|tunggu (?:saja )?(?:pembalasan|balasan)\w*|balas dendam\w*
(?:akan|mau) (?:membalas|menghajar|mendatangi saya)\b|hati-hati (?:kamu|kau)\b
(?:meraba|memegang|menyentuh|mencolek|meremas|mengelus|memeluk|mencium)(?:-\w+|i|\
nya)? (?:\w+ )?(?:paha|dada|payudara|pantat|bokong|pinggang|tubuh|badan|pipi|bibir|saya (?:tanpa|\
dari belakang|paksa))\w*
(?:dilecehkan|melecehkan|pelecehan)(?! verbal di film)\w*|cabul\w*|mencabuli\b|dicabuli\b
(?:mencengkeram|menarik|menyeret|memelintir|memiting|memegang) (?:\w+ )?(?:kerah|rambut|leher|\
kemeja|baju|lengan|pergelangan|jilbab|kerudung)\w*
menyeret (?:saya|rekan|petugas)\b
(?:tindak|korban|mengalami|dengan|pelaku|aksi|\
melakukan) kekerasan(?! terhadap perempuan dan anak)\b
kekerasan (?:fisik|seksual)\b|suaminya (?:\w+ )?(?:memukul|menghajar|menyiksa)\w*|disiksa\w*
menyiksa\w*|kdrt\b
(?:memaki|mengatai|menyebut|meneriaki|memanggil|maki)(?:-\w+)? (?:saya|aku|kami|rekan\w*|\
petugas) (?:\w+ ){0,3}(?:anjing|babi|lonte|pelacur|bangsat|monyet|goblok|bajingan|sundal|keparat|\
asu)\b
(?:memanggil|panggil|menelepon|telepon|menghubungi|lapor) (?:\w+ )?(?:polisi|satpam|keamanan)\b
polisi (?:\w+ )?(?:datang|menangkap|membawa|mengamankan)\b
(?:tombol|alarm) (?:panik|darurat|bahaya)\b
(?:takut|khawatir) (?:akan |dengan |atas |soal )?(?:nyawa|keselamatan) (?:saya|kami|ku)\b
nyawa (?:saya|kami) terancam\b|mengunci (?:diri|kami|pintu karena)\b|bersembunyi (?:di|karena)\b
melompati loket\b|melompat ke (?:loket|meja)\b
"""

NO_VIOLENCE = r"""
(?:meng|di)ancam\w* (?:\w+ )?(?:me?lapor|mengadu|menggugat|menuntut|menulis|viral|memviralkan|\
keluhan|ke ombudsman|pindah|komplain|tidak (?:datang|bayar|membayar)|hukuman|pidana|denda|sanksi|\
banjir|longsor|cuaca|hujan|punah)\w*
layanan (?:kdrt|kekerasan)\b|korban kdrt\b|pencegahan (?:kekerasan|pelecehan)\w*
perlindungan (?:korban|perempuan)\w*|memukul rata\b|pukul rata\b
menyerang (?:balik )?(?:argumen|pertanyaan)\b|dikejar (?:waktu|tenggat|target)\b
mengejar (?:waktu|tenggat|target)\b|terpukul (?:dengan|oleh|karena)\b
"""

# What somebody says of themselves; whose life is in danger may be anybody.
DISTRESS = r"""
(?:saya|aku|gue|gua|kami)(?: \w+){0,3} (?:tidak|nggak|enggak|gak|ga|tak|ndak|\
ngga) (?:\w+ )?(?:kuat|sanggup|tahan|mampu)(?! (?:menahan (?:tawa|senyum)|membaca|menunggu|\
mengangkat|makan))\b(?=(?: lagi| hidup| begini| terus| bekerja| kerja| menghadapi| menanggung|\
[.!,]|$))
(?:saya|aku|gue|gua)(?: \w+){0,3} (?:capek|lelah|letih) (?:hidup|sekali dengan semua|dengan semua|\
dengan hidup|banget hidup|lahir batin|jiwa raga)\w*
(?:capek|lelah|bosan|muak) hidup\b
hidup (?:saya|ku|ini) (?:\w+ )?(?:tidak|nggak|gak|ga|tak) (?:\w+ )?(?:ada (?:guna|arti|harapan)|\
berguna|berarti)\w*
hidupku (?:hancur|tidak)\w*
(?:saya|aku|gue|gua)(?: \w+){0,2} (?:putus asa|hancur|hampa|tertekan|frustrasi berat|depresi|\
kewalahan sampai|di titik (?:terendah|nadir)|ambruk|kosong rasanya|mati rasa|stres berat)\b
putus asa\b(?! mencari)
(?:merasa|rasanya) (?:\w+ )?(?:tidak berharga|tidak berguna|hampa|sendirian sekali|terjebak|\
seperti mau gila|tidak ada (?:gunanya|jalan keluar|harapan|artinya))\b
tidak ada (?:lagi )?(?:jalan keluar|harapan lagi|gunanya hidup)\b|jiwa(?:ku| saya)? lelah\b
(?:saya|aku|gue|gua)(?: \w+){0,3} (?:menangis|nangis|tangis)\w*(?! (?:bahagia|haru|terharu|\
karena (?:bahagia|lega|haru)|tertawa))
(?:menangis|nangis)(?: \w+)? (?:di toilet|di kamar mandi|tiap (?:hari|malam|pulang)|\
setiap (?:hari|malam|pulang)|sepanjang jalan|sepulang kerja|sebelum berangkat)\b
(?:saya|aku|gue|gua)(?: \w+){0,3} (?:takut|cemas|ngeri|gemetar|panik)(?: \w+)? (?:masuk|berangkat|\
pergi|datang|ke kantor|bekerja|kerja|setiap|tiap|atasan|bos|pimpinan|besok|hari senin)\w*
takut (?:masuk|berangkat) (?:ke )?(?:kerja|kantor)\w*
takut (?:pada|sama|dengan|ke) (?:atasan|bos|pimpinan|kepala)\b
(?:dada|perut)(?:ku| saya)? (?:sesak|sakit|mulas) (?:setiap|tiap|kalau|sebelum) (?:\w+ )?(?:kerja|\
berangkat|kantor|masuk|bos|atasan)\b
(?:ingin|mau|pengen|pengin|kepingin|lebih baik|berharap|mending|kepikiran) (?:\w+ )?(?:mati|\
meninggal|menghilang saja|tidak bangun|mengakhiri (?:hidup|semua\w*|segalanya)|lenyap)\b
mengakhiri (?:hidup|nyawa)\w*
(?:tidak|nggak|gak|ga|tak|enggak|ndak) (?:ingin|mau|pengen|sanggup|kuat) (?:\w+ )?(?:hidup|\
bangun lagi)\b
bunuh diri\w*|membunuh diri\w*|(?:menyakiti|melukai|mencelakai|menyayat) diri\w*|gantung diri\b
habisi diri\b
(?:saya|aku|gue|gua)(?: \w+){0,3} (?:tidak|nggak|gak|ga|tak|susah|sulit) (?:bisa |dapat )?tidur\b
(?:tidak|nggak|gak|ga|susah|sulit) (?:bisa )?tidur (?:\w+ )?(?:memikirkan|karena|berhari|\
semalaman|gara)\w*
(?:saya|aku) (?:\w+ )?(?:trauma|burn ?out|membenci diri|benci diri)\w*
benci (?:hidup|diri|datang ke kantor)\w*
(?:tidak ada|nggak ada|gak ada) yang (?:\w+ )?(?:peduli|mencari|kehilangan) (?:kalau|jika|sama|\
pada|dengan) (?:saya|aku)\w*
semuanya (?:terasa )?(?:sia-sia|gelap|percuma|tak berarti)\b
"""

NO_DISTRESS = r"""
(?:saya|aku)(?: \w+){0,2} (?:tertawa sampai menangis|menangis (?:karena )?(?:bahagia|haru|lega|\
terharu))\w*
mau mati (?:rasanya )?(?:tertawa|ketawa|lampu|listrik)\b
(?:lampu|listrik|komputer|baterai)\w* (?:\w+ )?mau mati\b
"""

# What went to the wrong person, was looked up out of curiosity, or got lost.
DATA_PROTECTION = r"""
(?:salah|keliru) (?:kirim|mengirim|memberi|memberikan|menyerahkan|melampirkan|memasukkan|serah|\
lampir|cetak|orang|alamat)\w* (?:[^.!?]{0,40} )?(?:data|surat|berkas|dokumen|email|surel|ktp|kk|\
sertifikat|resep|hasil|keputusan|akta|lampiran|tagihan)\w*
(?:mengirim|kirim|terkirim|dikirim|memberi|menyerah|diserah|membagi|menunjuk|mencetak|tercetak|\
melampir|terlampir|sampai|jatuh|membaca|membacakan|terbawa|diberi|\
meneruskan)\w* (?:[^.!?]{0,60} )?(?:(?:ke|kepada) )?(?:orang|warga|alamat|pelanggan|pemohon|\
keluarga|nomor|pasien|penerima|grup|email|surel|tangan|klien|murid) (?:\w+ )?(?:yang )?(?:salah|\
keliru|lain\b(?! waktu))\b
(?:data|berkas|dokumen|surat|ktp|kk|foto|akta|hasil|rekam medis|keputusan)\w* (?:milik |\
punya )?(?:orang|warga|pelanggan|pemohon|pasien|keluarga|klien|\
murid) lain (?:[^.!?]{0,40} )?(?:kirim|ikut|bawa|lihat|lampir|cetak|masuk|buka|serah|beri|tampil|\
terkirim|terbawa|terlihat|tercetak|terbuka)\w*
(?:mengintip|mengecek|melihat|lihat|membuka|buka|mencari|cari|ngecek|cek|kepo|iseng|mengakses|\
membaca|menelusuri|stalking)\w* (?:[^.!?]{0,40} )?(?:data|berkas|rekam medis|riwayat|catatan|akun|\
alamat)\w* (?:\w+ ){0,2}(?:tetangga|mantan|artis|selebritas|teman|saudara|pacar|mertua|istri|\
suami|rekan|kenalan|sepupu|ipar|adik|kakak|gebetan|kerabat|tokoh)\w*
(?:karena|sekadar|hanya) (?:iseng|penasaran|ingin tahu|kepo) (?:[^.!?]{0,30} )?(?:data|berkas|\
rekam medis|sistem)\b
(?:data|dokumen|berkas|informasi|rahasia|nama|daftar|rekam medis)\w* (?:[^.!?]{0,40} )?(?:bocor|\
tersebar|disebar|dijual|diperjualbelikan|beredar di|dicuri|diretas|terbuka untuk umum)\w*
kebocoran (?:data|informasi|dokumen)\b|(?:mem|di)bocorkan\w*
pelanggaran (?:data|privasi|pelindungan data|kerahasiaan)\b
(?:jual|menjual|menyebar\w*) (?:\w+ )?data\b|melanggar (?:kerahasiaan|privasi|rahasia jabatan)\w*
diretas\b|peretasan\b
(?:berbagi|meminjam\w*|memberi\w*|dipinjam\w*|pakai|memakai|bagi|pinjam|menggunakan|\
gunakan) (?:\w+ ){0,3}(?:kata sandi|password|sandi|akun (?:saya|rekan|orang|bersama|yang sama|\
teman|atasan)|kartu akses|user ?id)\b
(?:kata sandi|password|sandi)\w* (?:\w+ ){0,3}(?:ditempel|ditulis|dibagi|sama|tempel|dicatat di|\
diketahui)\w*
(?:berkas|map|dokumen|data|formulir|ktp|rekam medis|surat)\w* (?:milik )?(?:warga|pemohon|\
pelanggan|pasien|klien|murid|kantor) (?:[^.!?]{0,30} )?(?:hilang|tertinggal|tercecer|ketinggalan|\
dicuri|tergeletak|terbuang|jadi bungkus|di tempat sampah)\w*
(?:laptop|flash ?disk|hp|ponsel|hard ?disk|komputer|tablet) (?:kantor|dinas|kerja|\
berisi data)\w* (?:[^.!?]{0,30} )?(?:hilang|tertinggal|ketinggalan|dicuri|tercecer|dijambret)\w*
(?:kehilangan|menghilangkan|meninggalkan|ketinggalan|tertinggal) (?:[^.!?]{0,30} )?(?:berkas|map|\
dokumen|flash ?disk|laptop|data) (?:\w+ )?(?:warga|pemohon|pelanggan|pasien|klien|murid|kantor)\w*
(?:memotret|memfoto|foto|memotretkan|merekam|video) (?:\w+ ){0,3}(?:ktp|kk|berkas|warga|pasien|\
pelanggan|pemohon) (?:[^.!?]{0,30} )?(?:status|wa\b|whatsapp|grup|medsos|instagram|tiktok|\
facebook|media sosial)\b
(?:mengunggah|memposting|unggah|upload|posting|menyebar\w*|membagikan|\
meng-upload) (?:[^.!?]{0,40} )?(?:data|ktp|kk|foto|nama|alamat|berkas|video) (?:\w+ )?(?:warga|\
pasien|pelanggan|pemohon|klien|murid)\w*
(?:bergosip|menggosipkan|bercerita|cerita|membicarakan|ngomongin|\
menceritakan) (?:\w+ ){0,3}(?:data|masalah|urusan|kasus|nama|rahasia|penyakit) (?:warga|pelanggan|\
pasien|pemohon|klien|murid)\w*
menggosipkan (?:warga|pelanggan|pasien|pemohon|klien)\b|(?:tanpa|tidak) enkripsi\w*
(?:semua|seluruh) (?:alamat|data|nama|nomor) (?:\w+ )?(?:terlihat|kelihatan|tampak)\w*
layar (?:\w+ ){0,4}(?:terlihat|kelihatan) (?:orang|warga|pelanggan|pemohon|pasien) lain\b
"""

# What is a wrong whoever does it.
MISCONDUCT = r"""
korup(?:si|tor)?\w*|pungli\w*|pungutan liar\b|(?:me)?nyuap\w*|suap(?:nya)?\b(?! nasi)|disuap\w*
suap-menyuap\b|gratifikasi\w*|nepotisme\b|kolusi\b|kkn\b(?! (?:mahasiswa|di desa))|penggelapan\w*
menggelapkan\w*|digelapkan\b|uang (?:pelicin|rokok|sogok|tutup mulut|terima kasih dari)\b|sogok\w*
menyogok\w*|disogok\w*
(?:menerima|minta|meminta|ambil|diberi|menyelipkan|terima) amplop (?:dari|berisi uang|pemohon|\
uang)\b
menilap\w*|penyelewengan\w*|menyelewengkan\w*
penyalahgunaan (?:wewenang|jabatan|kekuasaan|dana|anggaran)\b
menyalahgunakan (?:wewenang|jabatan|dana|anggaran|kekuasaan)\b|(?:konflik|benturan) kepentingan\b
mark-?up (?:harga|anggaran)|(?:di|me)-?mark-?up
(?:nota|kuitansi|kwitansi|perjalanan dinas|laporan|proyek|kegiatan|tender|faktur|peserta|pegawai|\
kunjungan|lembur) (?:\w+ )?fiktif\b
fiktif\b(?! (?:novel|cerita|tokoh))
(?:tender|lelang|pengadaan)\w* (?:\w+ )?(?:diatur|titipan|sudah ada pemenang|direkayasa|curang)\w*
di bawah meja\b(?= (?:uang|bayar|transaksi))|jual beli jabatan\b
(?:saya|aku|kami)(?: \w+)? (?:dirundung|dibully|di-bully|didiskriminasi|dikucilkan|diintimidasi|\
dipermalukan|dirisak|disisihkan)\w*
perundungan (?:\w+ )?(?:kantor|kerja|tim)\w*|pelecehan seksual\b
uang (?:kas|kantor|negara|anggaran|desa|setoran)\w* (?:\w+ )?(?:hilang|raib|dipakai|lenyap|\
masuk kantong)\w*
(?:memakai|pakai|menggunakan) (?:uang|dana|anggaran) (?:kantor|kas|negara|desa|\
dinas) (?:\w+ )?untuk (?:pribadi|keluarga|liburan|diri|membeli|kepentingan)\w*
"""

# What is a wrong if somebody of the workplace does it; customers are robbed and bullied too.
ACTS = r"""
mencuri\b(?! (?:perhatian|waktu|dengar|pandang))|mengambil (?:uang|barang|jatah)\b|nyolong\b
mengantongi\w*|(?:memalsu|dipalsu|pemalsu)\w*|(?:me|di)manipulasi\w*|merekayasa\w*
(?:memundurkan|mengubah|memajukan|mengganti) (?:\w+ )?(?:tanggal|angka|hasil|nilai|notulen|\
laporan) (?:di|pada|dalam|supaya|agar|laporan)\b
(?:menyembunyikan|menghapus|memusnahkan|merobek|membuang) (?:\w+ )?(?:bukti|berkas|dokumen|data|\
aduan|laporan|kesalahan)\b
(?:me)?minta (?:\w+ )?(?:uang|imbalan|bayaran|jatah|setoran|komisi)\b
(?:menerima|terima) (?:\w+ )?(?:uang|imbalan|komisi|setoran|hadiah mahal)\w* (?:\w+ )?(?:dari|\
supaya)\b
titip absen\w*|absen (?:palsu|fiktif)\b|mengabsenkan\w*|lembur (?:palsu|bohong)\b
(?:mobil|motor|kendaraan) dinas (?:\w+ )?untuk (?:pribadi|liburan|keluarga|mudik)\b
(?:pilih kasih|mengutamakan|mendahulukan|meloloskan|meluluskan|memenangkan|\
mempekerjakan) (?:\w+ )?(?:keluarga|saudara|teman|kerabat|adik|kakak|anak|keponakan|sepupu|istri|\
suami|kenalan|perusahaan)\w*
(?:perusahaan|usaha|toko|cv|pt|vendor) (?:milik )?(?:adik|kakak|istri|suami|saudara|teman|anak|\
sepupu|ipar|menantu|keponakan|keluarga)\w*
(?:membohongi|berbohong|menipu|menutup-nutupi|menutupi (?:kesalahan|kasus|masalah))\w*
(?:me)rundung\w*|mem-?bully\w*|mempermalukan\w*|mengucilkan\w*|mengintimidasi\w*|mendiskriminasi\w*
diskriminasi\w*|rasis\w*|seksis\w*
membentak(?:-bentak)? (?:kami|saya|bawahan|staf|anak buah|rekan)\w*
menghina (?:kami|saya|bawahan|staf|rekan)\w*|masuk kantong (?:sendiri|pribadi)\b|kantong sendiri\b
(?:keuntungan|kepentingan|keperluan) pribadi\b|calo\b
(?:menyuruh|memaksa|meminta|menekan|mendesak) (?:saya|kami|staf|rekan\w*) (?:\w+ )?(?:mengubah|\
menghapus|menandatangani|berbohong|diam|menutupi|memalsukan|menyembunyikan|memundurkan|\
tidak mencatat|tidak melapor)\w*
(?:tidak|jangan) (?:di)?(?:catat|laporkan|masukkan)\w* (?:\w+ )?(?:kesalahan|kecelakaan|kejadian|\
insiden|aduan)\w*
melanggar hukum\b|ilegal\b
"""

# Who may have done it: a pattern each, at the beginning of a word.
ACTORS = r"""
atasan\b|bos\b|pimpinan\b
kepala (?:bagian|seksi|dinas|kantor|bidang|sekolah|desa|unit|loket|regu|tim|ruangan)\b|ketua tim\b
rekan\b|kolega\b|teman (?:kerja|kantor|sekantor|setim)\b|pegawai\b|petugas\b|pejabat\b|camat\b
lurah\b|kades\b|kadis\b|kabag\b|kasi\b|staf\b|direktur\b|manajer\b|bendahara\b
di (?:kantor|tempat kerja|unit|bagian) (?:saya|kami|ini)\b|panitia\b|kontraktor\b|rekanan\b
kepsek\b|sekdes\b|perangkat desa\b|wali kota\b|bupati\b|anggota dewan\b|ada yang di tim\b
tim kami\b|orang dalam\b|hrd\b|sdm\b
"""
