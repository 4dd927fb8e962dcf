"""What tells of health in Indonesian: words that stand together in a sentence."""

from coaching.rules.told_together import Kind

_WHO = r"""
(?:dia|ia|beliau|saya|aku|gue|kami|mereka|orang|anak|ibu|bapak|pak|bu|nenek|kakek|istri|suami|\
warga|pemohon|pelanggan|pasien|rekan|teman|kolega|atasan|tetangga|murid|siswa|klien|adik|kakak|\
perempuan|laki-laki|lelaki|seorang|lansia|mahasiswa|pegawai|penumpang|pencari kerja|bos|guru|\
karyawan|matanya|telinganya|\w+nya)
"""

HEALTH: tuple[Kind, ...] = (
    (
        _WHO,
        r"""
(?:sering|mulai|sudah|suka|jadi|gampang|makin|semakin|kerap) (?:\w+ )?(?:lupa|pelupa|pikun|\
linglung|bingung sendiri|ngelantur|melantur|kebingungan)|pikun\w*|linglung|lupa (?:nama|jalan \
pulang|siapa|hari|rumah\w*|anak\w*|alamat rumah)|ingatan\w* (?:\w+ )?(?:menurun|hilang|lemah|\
terganggu|mulai)|tidak (?:lagi )?(?:ingat|mengenali|kenal) (?:\w+ )?(?:nama|anak|siapa|rumah|\
keluarga|hari|saya)\w*|menanyakan hal yang sama|tersesat di (?:rumah|dekat)\w*
(?:tidak|nggak|gak|ga|tak|susah|sulit|kurang|sudah tidak|hampir tidak|kesulitan) (?:\w+ \
)?(?:mendengar|melihat|dengar|lihat|membaca huruf|berjalan|jalan|berdiri|bicara|berbicara|\
menelan|bernapas|bernafas|bergerak|naik tangga|mengangkat|menggerakkan|menulis dengan)\w*(?! \
(?:nomor|antrean|pengumuman|papan|jelas karena|alasan|manfaat|kemajuan|layar))
(?:pendengaran|penglihatan|mata|telinga|kuping)\w* (?:\w+ )?(?:rabun|kabur|buta|tuli|katarak|\
minus|berkurang|terganggu|menurun|hilang|lemah|buruk|sakit|bermasalah|budek|merah|plus)\w*|\
bahasa isyarat|juru bahasa isyarat|huruf braille|braille|membaca bibir|baca gerak bibir|budek|\
congek
\w*(?:kursi roda|tongkat|kruk|alat bantu (?:dengar|jalan)|alat dengar|kaki palsu|tangan palsu|\
gigi palsu karena|walker|penyangga (?:leher|punggung)|korset|tabung oksigen|selang (?:oksigen|\
makan|kencing)|kateter|popok dewasa|kantong kolostomi|pompa insulin|gips|digips|perban|diperban|\
kawat di kaki)\w*
(?:jalannya|berjalan|jalan) (?:\w+ )?(?:pincang|terpincang|tertatih|dipapah|sempoyongan|\
terseok)\w*|pincang|lumpuh\w*|stroke\w*|cacat\w*|difabel\w*|disabilitas\w*|tunanetra|tunarungu|\
tunawicara|tunadaksa|tunagrahita|diamputasi|amputasi|kehilangan (?:satu )?(?:kaki|tangan|jari|\
mata|penglihatan|pendengaran)\w*
""",
        r"""!bising|berisik|sinyal|mikrofon|kursus|pelatihan|brosur|sambungan|telepon putus|\
lowongan""",
    ),
    (
        r"""(?:punggung|pinggang|lutut|leher|bahu|lengan|tangan|jari|kaki|kepala|perut|dada|\
jantung|\
paru|ginjal|hati\w*nya|telinga|mata|gigi|rahang|kulit|sendi|tenggorokan|tulang|pinggul|betis|\
tumit|rusuk|payudara|rahim|saraf|lambung|usus)\w*""",
        r"""(?:sakit|nyeri|ngilu|pegal|linu|bengkak|patah|retak|keseleo|terkilir|kram|mati rasa|\
kesemutan|dioperasi|operasi|infeksi|meradang|berdarah|luka|gemetar|kaku|terbakar|dijahit|\
diperban|gatal|ruam|kambuh|bocor|cedera|sesak|copot|lemah|bermasalah|kebas|encok|dipasang|\
bengkok|diangkat|panas)\w*""",
        r"""!sakit hati|operasional|jam operasi|sistem operasi|operasi (?:pasar|yustisi)|kaki \
lima|\
bermasalah data|kepala (?:dinas|bagian|kantor|seksi|desa|sekolah)|antre""",
    ),
    (
        r"""(?:cuti|izin|ijin|absen|tidak masuk|nggak masuk|gak masuk|bolos|libur|pulang \
(?:cepat|awal)|\
terlambat|telat|membatalkan|batal|menunda|ditunda|tidak (?:bisa )?(?:datang|hadir)|mengganti \
jadwal|berhenti kerja|di rumah)""",
        r"""(?:sakit|operasi|kelelahan|lelah mental|mental|stres|depresi|berobat|kontrol|dokter|\
rumah \
sakit|rs\b|rawat|melahirkan|hamil|keguguran|demam|flu\b|muntah|diare|pusing|migrain|terapi|kemo|\
pemeriksaan|rontgen|kecelakaan|jatuh|cuci darah|anaknya panas|kesehatan|burn ?out|tifus|asma|\
kambuh|vertigo|gerd|pingsan|saraf)""",
        r"!operasional|mental dan|operasi pasar|kontrol kualitas|dinas kesehatan|antrean",
    ),
    (
        _WHO,
        r"""
(?:psikiater|psikolog|poli (?:jiwa|jantung|saraf|mata|tht|kandungan|paru|bedah|dalam|kulit|gigi|\
anak|ginjal|onkologi)\w*|spesialis|onkolog\w*|kardiolog\w*|neurolog\w*|ortoped\w*|\
bidan(?:nya)?\b|fisioterap\w*|terapis\w*|rsj\b|panti rehab\w*|rehabilitasi|ruang (?:icu|\
bersalin|operasi|isolasi)|ugd|igd|hospis|rujukan|dirujuk|opname|konselor)
(?:gangguan|kesehatan|kelelahan|masalah|kondisi|penyakit|sakit) (?:jiwa|mental|kejiwaan|psikis|\
cemas|kecemasan|bipolar|tidur|makan|saraf|jantung|ginjal|pencernaan|penglihatan|pendengaran|\
bicara|hormon|kehamilan|batin)\w*|(?:stres berat|depresi|skizo\w*|bipolar|halusinasi|delusi|\
paranoid|trauma|autis\w*|adhd|disleksia|down syndrome|sindrom\w*|ocd|ptsd|fobia|serangan panik|\
panik attack|panic attack|anxiety|insomnia|gangguan jiwa|odgj|gila\b|mendengar (?:suara|\
bisikan)|bicara sendiri|ngomong sendiri|menyayat|overdosis|tidak (?:mau )?keluar (?:rumah|\
kamar)|mengurung diri|tidak waras|hilang akal)
(?:mabuk\w*|teler|sempoyongan|bau (?:\w+ )?(?:alkohol|arak|miras|tuak|minuman|bir|ciu|ganja)|\
miras|minum-minum|minuman keras|alkohol\w*|pecandu|kecanduan|nyabu|sabu\b|sabu-sabu|ganja|\
narkoba|nyimeng|sakau|pil koplo|ekstasi|suntikan di tangan|ketergantungan|ngelem|judi online|\
nge-?fly|botol (?:minuman|arak|miras)|kobam|matanya merah dan|cadel karena|nge-?drugs|inex|\
putaw|tramadol|rehab\b)
(?:hamil|mengandung|bunting|keguguran|melahirkan|bersalin|kontraksi|ngidam|mual-mual|menyusui|\
program hamil|promil|bayi tabung|mandul|datang bulan yang|caesar|sesar\b|prematur|hamil tua|janin|\
kandungannya|usia kandungan|menunggu kelahiran|perutnya (?:sudah )?(?:besar|buncit) karena|baby \
blues|pendarahan|berbadan dua|telat datang bulan|cuti bersalin)
(?:minum|makan|lupa|pakai|butuh|habis|tanpa|menebus|beli|konsumsi|disuntik|suntik) (?:\w+ \
){0,3}(?:obat\w*|pil\b|insulin|vitamin dari dokter|antibiotik|inhaler|obat tidur|penenang|\
antidepresan|kapsul|resep\w*|suntikan|obat jantung|salep|tetes mata)\w*
(?:tidak boleh|nggak boleh|gak boleh|pantang|dilarang|harus menghindari|diet|alergi) (?:\w+ \
)?(?:makan|minum|gula|garam|gluten|susu|kacang|santan|daging|gorengan|seafood|udang|laktosa|\
nasi|telur|karbo)\w*
(?:pingsan|kejang\w*|ayan\b|epilepsi|kolaps|tidak sadar(?:kan diri)?|ambruk|mimisan|muntah\w*|\
batuk\w*|pilek|demam|meriang|panas tinggi|menggigil|lemas\b|pucat pasi|sesak|mengi\b|asma|diare|\
cacar|tipus|tifus|tbc|gagal ginjal|cuci darah|kanker|tumor|limfoma|lupus|leukemia|gerd|maag\b|\
hernia|wasir|gondok|tiroid|talasemia|hemofilia|anemia|kurang darah|darah tinggi|kolesterol|\
diabetes|kencing manis|gula darah|jantungan|serangan jantung|pasang ring|katarak|glaukoma|rabun|\
skoliosis|saraf kejepit|rematik|asam urat|parkinson|alzheimer|alzaimer|demensia|kusta|hiv|aids\b|\
kista|miom\b|endometriosis|menopause|usus buntu|radang\w*|infeksi\w*|koma\b|kritis di rumah|\
sekarat|sakit-sakitan|sakit keras|sakit parah|kurang sehat|tidak enak badan|gak enak badan|\
nggak enak badan|tidak fit|bed rest|istirahat total|dioperasi|habis operasi|pascaoperasi|\
pemulihan|transplantasi|luka bakar|stunting|gizi buruk|berkebutuhan khusus|abk\b|terapi wicara|\
tumbuh kembang|umurnya tinggal|vonis dokter|divonis|didiagnosis|diagnosis|diagnosa\w*|positif \
(?:covid|hiv|hamil|tbc|dbd)|kecelakaan motor|ketabrak|tertabrak|terserempet|jatuh dari (?:motor|\
tangga|pohon|kamar mandi)|jatuh di kamar mandi)
""",
        r"""!lowongan|pindah (?:ke|gedung|alamat)|jam buka|brosur|loket obat|penyuluhan|\
sosialisasi|\
sistem|aplikasi|komputer|printer|mesin|antrean|bekerja di|puskesmas baru""",
    ),
)
