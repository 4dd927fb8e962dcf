"""What tells of violence and distress in Indonesian: words that stand together."""

from coaching.rules.told_together import Kind

VIOLENCE: tuple[Kind, ...] = (
    (
        r"""(?:saya|aku|kami|rekan|satpam|petugas|perawat|guru|sopir|teman|kasir|dia|ia|ibu|\
istri|staf|\
magang|pustakawan|pegawai|kolega|-nya|muka|wajah|gue)""",
        r"""
(?:di|ke|ter)(?:pukul\w*|tampar\w*|tendang\w*|ludahi\w*|dorong\w*|jambak\w*|cekik\w*|cakar\w*|\
gigit\w*|serang\b|keroyok\w*|hajar\w*|tonjok\w*|bacok\w*|tikam\w*|tusuk\w*|todong\w*|lempar\w*|\
siram\w*|ancam\w*|kuntit\w*|buntuti\w*|ikuti (?:sampai|pulang|ke rumah|dari)|kejar\w*|aniaya\w*|\
sekap\w*|raba\w*|lecehkan\w*|seret\w*|jegal\w*|banting\w*|injak\w*|cegat\w*|hadang\w*|intai\w*|\
geplak\w*|toyor\w*|gebuk\w*|perkosa\w*|grepe\w*)
(?:memukul|menampar|menendang|meludahi|meludah|mendorong|menjambak|mencekik|mencakar|menggigit|\
menyerang|mengeroyok|menghajar|menonjok|membacok|menikam|menusuk|menodong\w*|menyiram\w*|\
mengancam\w*|menguntit\w*|membuntuti|mengikuti (?:saya|kami|rekan\w*) (?:sampai|pulang|ke|dari)|\
mengejar|menganiaya|menyekap|meraba\w*|menyeret|mencegat|menghadang|mengintai|ngancam\w*|\
mukul\w*|nampar\w*|nendang\w*|ludahin|nonjok\w*|nguntit\w*|ngikutin (?:saya|aku|kami)|menarik \
(?:baju|kerah|rambut|tangan|jilbab)|mencengkeram|menunggu (?:saya|kami) di (?:parkiran|luar|\
depan rumah|jalan)|nungguin (?:saya|aku) di)\w*
(?:melempar\w*|lempar\w*|membanting|banting|menggebrak|gebrak|melemparkan) (?:\w+ ){0,4}(?:ke|\
kursi|gelas|batu|meja|botol|helm|sepatu|map|monitor|pintu|arah|kaca|loket)\b
""",
        r"""!memukul rata|dipukul rata|mendorong (?:\w+ )?(?:untuk|agar|supaya|kursi roda|\
perubahan|\
pintu)|didorong (?:untuk|agar)|terdorong untuk|menyerang balik ide|dikejar (?:target|waktu|\
tenggat)|mengejar (?:target|waktu|tenggat)|mengancam (?:akan )?(?:melapor|mengadu|menulis|\
pindah)|serang bank|ditarik kesimpulan|diserang virus komputer|dorongan""",
    ),
    (
        r"""(?:lain kali|besok|nanti|awas|kalau|akan|mau|katanya|tunggu|bakal|hati-hati|\
ancam\w*|\
mengancam|bilang|bersumpah|teriak\w*|berteriak|menulis|kirim pesan)""",
        r"""(?:(?:bawa|membawa|ambil|mengambil|pakai|siapkan) (?:\w+ )?(?:pisau|golok|parang|\
celurit|\
senjata|pistol|bensin|bom|kapak|clurit|preman|samurai|air keras|teman-temannya untuk|massa|\
linggis|balok)|(?:bunuh|habisi|hajar|pukul|bakar|tusuk|tikam|tembak|bacok|culik|cari|santet|\
lenyapkan|gebuk|patahkan|hancurkan) (?:\w+ )?(?:saya|kamu|kalian|kami|kantor|rumah|loket|kau|lu|\
dia|anak\w*|keluarga\w*|kaki\w*|muka\w*|mobil\w*|motor\w*|semua)|(?:membunuh|menghabisi|\
membakar|menembak|menusuk|membacok|menghajar|meledakkan|memukul|menculik|mencelakai|melukai|\
menyantet|balas dendam)|(?:tahu|tau|hafal|cari|dapat) (?:\w+ )?(?:rumah|alamat|sekolah anak|\
tempat tinggal|di mana)(?:\w* )?(?:\w+ )?(?:saya|kamu|kalian|tinggal|anak|kami)?\b|menyesal \
(?:nanti|seumur)|tidak akan selamat|nyawa\w*|mati kamu|mampus|darah)""",
        r"""!tanya alamat|menanyakan alamat|cari (?:saya )?(?:berkas|solusi|jalan)|tahu alamat \
(?:kantor|loket|situs)|donor darah|golongan darah|tidak tahu alamat|mencari alamat""",
    ),
    (
        r"""(?:membawa|bawa|mengacungkan|mengeluarkan|memegang|menyelipkan|menunjukkan|\
memperlihatkan|\
menodongkan|mengayunkan|di (?:tas|pinggang|balik baju|jaket)|terlihat|ada)""",
        r"""(?:pisau|golok|parang|celurit|clurit|senjata (?:tajam|api)|pistol|kapak|keris di|\
samurai|\
airsoft|belati|badik|balok kayu|linggis|tongkat besi|cutter ke|gunting ke|air keras|bom\b)""",
        r"!dapur|kue|museum|pameran|pinjam|roti|tertinggal|kerajinan|pertanian",
    ),
    (
        r"""
(?:(?:memecahkan|merusak|menghancurkan|mendobrak|menjebol|membakar|mencoret-coret|membalikkan|\
menggores|menusuk) (?:\w+ )?(?:kaca|pintu|meja|kursi|loket|jendela|komputer|layar|monitor|mobil|\
motor|ban|kantor|mesin|fasilitas|printer|tembok)\w*|kdrt|kekerasan (?:fisik|seksual|dalam)\w*|\
suaminya (?:memukul|main tangan|suka pukul)\w*|main tangan|adu jotos|berkelahi|perkelahian|baku \
hantam|mengamuk|ngamuk|tombol (?:darurat|panik)|takut (?:\w+ )?(?:dipukul|diserang|dibunuh|\
dicelakai|keselamatan)\w*|(?:memanggil|panggil|menyebut|teriak|mengatai) (?:\w+ )?(?:saya|kami|\
rekan\w*) (?:\w+ )?(?:lonte|pelacur|anjing|babi|monyet|bangsat|kafir)\w*|ancaman (?:pembunuhan|\
bom|lewat|pembakaran)|teror\b|meneror\w*|diteror\w*)
""",
        r"!pelatihan|brosur|sosialisasi|poster|simulasi|tidak sengaja|latihan",
    ),
)

DISTRESS: tuple[Kind, ...] = (
    (
        r"(?:saya|aku|gue|gua|ku\b|diriku|hidupku|\w+ku\b|rasanya)",
        r"""
(?:tidak|nggak|gak|ga|tak|enggak|ndak|ngga|udah gak|sudah tidak) (?:\w+ )?(?:merasakan|merasa|\
ngerasa|sanggup|kuat|tahan|bisa tidur|punya (?:tenaga|semangat|harapan)|ingin hidup|mau hidup|\
melihat (?:jalan|harapan|masa)|peduli|bisa (?:bangun|bernapas|berhenti menangis)|ada (?:gunanya|\
artinya|harapan)|berani (?:masuk|berangkat))(?: (?:apa-apa|apa pun|lagi|begini|hidup|kerja|\
bekerja|keluar|depan|dari|untuk|sama|semua)|$|,)
(?:lelah|capek|letih|muak) (?:\w+ )?(?:hidup|lahir|jiwa|mental|sampai (?:tidak|mati|nangis|\
menangis)|batin|sekali sampai)|kelelahan (?:mental|jiwa|batin|emosional)|burn ?-?out|mati rasa|\
hampa|kosong (?:di dalam|sekali|rasanya|banget)|hancur|ambruk|di ujung tanduk|batas kemampuan|\
titik terendah|putus asa|tak berdaya|tidak berharga|tidak berguna|gagal total sebagai|terpuruk|\
mau gila|stres berat|tertekan|(?:ingin|mau|pengen|pengin|lebih baik|mending|berharap) (?:\w+ \
)?(?:mati|menghilang|lenyap|tidak bangun|tidur selamanya|menyerah (?:saja )?(?:pada|sama|dari) \
hidup|mengakhiri|menabrakkan)|(?:menangis|nangis) (?:\w+ ){0,3}(?:sebelum|sesudah|setelah|\
setiap|tiap|di (?:toilet|mobil|motor|kamar|gudang|jalan)|semalaman|sendirian|diam-diam|sepulang|\
hampir)|(?:sebelum|tiap|setiap|hampir) (?:\w+ ){0,3}(?:menangis|nangis)|(?:takut|cemas|gemetar|\
mual|panik|deg-degan|muntah) (?:\w+ ){0,2}(?:berangkat|masuk|ke kantor|senin|tiap pagi|setiap \
pagi|bertemu (?:bos|atasan)|kerja|lihat (?:bos|atasan))|mimpi buruk|benci (?:diri|hidup)\w*|\
bunuh diri|melukai diri|tidak ada yang peduli|sia-sia
""",
        r"""!terharu|bahagia|lega\b|tertawa|antrean|haru\b|baterai|hancur (?:map|berkas|kertas)|\
kardus|\
kosong (?:kursi|loket)""",
    ),
    (
        r"""(?:dia|ia|beliau|pemohon|warga|pelanggan|klien|ibu|bapak|anak|remaja|rekan|teman|\
murid|\
siswa|penelepon|perempuan|laki-laki|nenek|kakek|mahasiswa)""",
        r"""(?:bunuh diri|mengakhiri (?:hidup|nyawa|semua)\w*|(?:ingin|mau|pengen|lebih baik|\
mending|\
memilih) (?:\w+ )?mati\b|(?:tidak|nggak|gak|tak) (?:\w+ )?(?:ingin|mau|sanggup|kuat|semangat) \
hidup|gantung diri|loncat dari (?:jembatan|gedung|lantai|atap)|melompat dari|melukai diri\w*|\
menyakiti diri\w*|menyayat|(?:bosan|lelah|capek) hidup|tidak ada gunanya hidup|surat (?:wasiat|\
perpisahan)|minum racun|nyawanya sendiri|hidupnya tidak (?:ada artinya|berarti|berguna))""",
    ),
)
