"""What tells of wrongs and lost data in Indonesian: words that stand together."""

from coaching.rules.told_together import Kind

_RECORDS = r"""(?:data|berkas|dokumen|surat|ktp|kk|akta|arsip|rekam|riwayat|catatan|sistem|\
formulir|alamat|\
akun|lampiran|tagihan|keputusan|laporan|daftar|map|e-?mail|surel|file|profil|gaji|sertifikat|\
rapor|foto)\w*"""

DATA_PROTECTION: tuple[Kind, ...] = (
    (
        r"""(?:membuka|buka|melihat|lihat|mengintip|intip|mencari|cari|mengecek|cek|ngecek|\
membaca|baca|\
menelusuri|mengakses|akses|ngintip|kepo\w*|mengulik|stalking|dibuka|dilihat|dicari|memeriksa)""",
        _RECORDS,
        r"""(?:iseng|penasaran|ingin tahu|kepo|tanpa (?:alasan|izin|ijin|hak|keperluan|\
sepengetahuan|\
wewenang)|bukan (?:urusan|tugas|wewenang|pemohonnya|kasus)|tetangga|mantan|pacar|artis|\
selebgram|tokoh|mertua|saudaranya|sepupu|gebetan|iparnya|kerabat|gaji (?:rekan|teman|atasan)|\
teman sekolah|calon (?:menantu|suami|istri)|tidak berhak|tidak berwenang|mantan suami|guru \
anaknya|pejabat terkenal)""",
        r"!tolong|minta (?:dibantu|bantuan)|bersama (?:saudara|tetangga)|diantar|kuasa",
    ),
    (
        _RECORDS,
        r"""
(?:salah|keliru|tertukar|nyasar) (?:\w+ )?(?:kirim|orang|alamat|nomor|amplop|email|penerima|\
grup|keluarga|serah|lampir|masuk)\w*|tertukar|(?:ke|kepada|pada|dengan|untuk|milik|punya) \
(?:\w+ )?(?:orang|warga|keluarga|pemohon|pelanggan|pasien|klien|murid|perusahaan|nomor|alamat|\
penerima) (?:yang )?(?:lain|salah|keliru)\b|orang lain|pihak (?:lain|luar|ketiga)|wartawan|\
(?:di|ke|lewat|via) (?:grup )?(?:wa\b|whatsapp|facebook|instagram|medsos|tiktok|telegram|\
chatgpt|gmail|media sosial|email pribadi|hp pribadi|ponsel pribadi|grup)
(?:tertinggal|ketinggalan|tergeletak|tercecer|hilang|dibiarkan|ditinggal\w*|terbuang|dibuang|\
menumpuk|berserakan|terjatuh|jatuh|lupa (?:di|me)\w*|dicuri) (?:\w+ ){0,5}(?:meja|loket|bus|\
angkot|kereta|mobil|taksi|ojek|kantin|warung|printer|fotokopi\w*|mesin|tempat sampah|koridor|\
lorong|ruang tunggu|toilet|dapur|ruang rapat|bangku|parkiran|jalan|terbuka|umum|lobi)
(?:jadi|untuk|dipakai) (?:bungkus|kertas bekas|coretan)|bungkus gorengan
""",
        r"""!(?:pemohon|warga|ia|dia|ibu itu|bapak itu|pelanggan|penumpang) (?:\w+ \
)?(?:kehilangan|lupa \
membawa|ketinggalan)|ktp-?nya (?:hilang|ketinggalan|tertinggal)|barang temuan|brosur|pamflet|\
salah formulir|formulir yang salah|alamat yang salah di (?:situs|peta)|poster""",
    ),
    (
        r"(?:layar|monitor|komputer|laptop|pc\b|tampilan)",
        r"""(?:terbuka|terlihat|kelihatan|tidak (?:di)?kunci|belum (?:di)?kunci|menampilkan|\
memperlihatkan|bisa (?:dibaca|dilihat|melihat|membaca)|menghadap|masih login|menyala|melihat|\
membaca|tampil)""",
        r"""(?:data|lain|semua orang|nama|berkas|warga|nik|istirahat|makan|pengunjung|antre|\
siapa saja|\
tamu|ditinggal|umum|orang)""",
        r"!nomor antrean|data(?:nya)? sendiri|lambat|macet|jam buka",
    ),
    (
        r"""(?:kata sandi|password|sandi|pin\b|user ?id|kartu akses|login\b|akun (?:saya|rekan|\
atasan|\
kantor|bersama|sistem)|username)""",
        r"""(?:ditempel|ditulis|dibagi\w*|dipinjam\w*|meminjam\w*|pinjam\w*|berbagi|sama\b|\
semua \
(?:orang|pegawai|tahu)|dipakai (?:bersama|rekan|orang|teman)|memberi\w*|kasih|di bawah keyboard|\
papan tulis|dinding|stiker|sticky|post-it|rame-rame|ramai-ramai|gantian|atas nama|magang|milik \
(?:rekan|atasan|teman)|punya (?:rekan|atasan|teman))""",
        r"!lupa kata sandi|lupa password|mengganti|ganti|bank|kartu perpustakaan|pemohon lupa",
    ),
    (
        r"""(?:memotret|memfoto|foto|difoto|merekam|video|tangkapan layar|screenshot|selfie|\
dipotret|\
rekaman)""",
        r"""(?:ktp|kk\b|berkas|warga|pasien|pemohon|pelanggan|anak|murid|layar|dokumen|paspor|\
klien)""",
        r"""(?:status|wa\b|whatsapp|grup|medsos|instagram|tiktok|facebook|hp|ponsel|diam-diam|\
tanpa \
(?:izin|ijin|sepengetahuan)|dikirim|mengirim|posting|unggah|story|ditertawakan|pribadi)""",
        r"!dengan izin|seizin|persetujuan|pas foto|foto ktp baru|minta izin",
    ),
    (
        r"""(?:cerita|bercerita|menceritakan|gosip|bergosip|menggosip\w*|membicarakan|ngomongin|\
menyebut|menyebarkan|membocorkan|membacakan keras|keras-keras|suara keras|berteriak|ngobrolin|\
tertawa|menertawakan|rumpi|kedengaran|terdengar)""",
        r"""(?:(?:utang|hutang|masalah|kasus|nama|nik|data|alamat|perceraian|penyakit|gaji|\
bantuan|\
urusan|rahasia|kondisi|aib|riwayat|diagnosis)\w* (?:\w+ )?(?:warga|pemohon|pelanggan|pasien|\
klien|murid|keluarga|seorang|ibu|bapak|anak))""",
        r"""(?:kantin|lift|warung|angkot|bus|rumah|tetangga|teman|suami|istri|semua orang|\
antrean|ruang \
tunggu|arisan|grup|keras|lobi|orang lain|didengar|terdengar|parkiran|luar|gosip|wartawan|\
pengajian)""",
    ),
)

_AT_WORK = r"""(?:atasan|bos\b|pimpinan|kepala|ketua|rekan|kolega|teman|pegawai|petugas|\
pejabat|camat|\
lurah|kades|kadis|staf|direktur|manajer|bendahara|di kantor|di tempat|panitia|kontraktor|\
rekanan|bupati|wali kota|anggota dewan|tim\b|kami|saya|sekretaris|guru|inspektur|mandor|dinas|\
unit|oknum|hrd|senior)"""

MISCONDUCT: tuple[Kind, ...] = (
    (
        _AT_WORK,
        r"""(?:uang|dana|anggaran|kas\b|kas kantor|hibah|bansos|kartu kredit|bensin|perjalanan \
dinas|\
mobil dinas|donasi|iuran|retribusi|setoran|apbd|honor|tunjangan|sumbangan)""",
        r"""(?:pribadi|liburan|keluarga\w*|jalan-jalan|plesiran|kantong|saku|istri|suami|vila|\
rumahnya|\
golf|pesta|hilang|raib|dipotong|disunat|ditilep|tilep|diambil|dikorup|dipakai (?:sendiri|beli|\
untuk)|renovasi|umrah|fiktif|masuk ke rekening|rekening pribadi|amplop|arisan|selundup|mudik|\
pacar|karaoke)""",
        r"""!uang(?:nya)? (?:pemohon|pribadi pemohon)|bantuan keluarga|kartu keluarga|program \
keluarga|\
pemohon (?:ingin|minta)|data pribadi""",
    ),
    (
        _AT_WORK,
        r"""(?:menerima|terima|minta|meminta|dapat|mendapat|diberi|dikasih|mengambil|ambil|\
menuntut|\
diselipi|disodori|memungut|nerima)""",
        r"""(?:amplop|hadiah (?:dari|mahal)|bingkisan dari|parsel dari|uang (?:rokok|pelicin|\
terima \
kasih|kopi|dari|supaya|agar|lebih|jasa)|imbalan|komisi|tiket gratis|liburan gratis|jatah|\
setoran|sogok|upeti|fee\b|persenan|tip dari|bayaran di luar|pungutan|uang damai|jalur cepat)""",
        r"""!menolak|tolak|kembalikan|mengembalikan|ulang tahun|pensiun|amplop (?:cokelat|surat|\
kosong|\
berkas)|bantuan""",
    ),
    (
        _AT_WORK,
        r"""(?:mengangkat|merekrut|menerima|memberi|meloloskan|mendahulukan|memenangkan|\
menunjuk|\
mempromosikan|memasukkan|proyek|jabatan|kontrak|tender|lowongan|izin|jatah|bansos|antrean|\
posisi|diterima|naik jabatan|lolos|didahulukan|menang|dapat|pesan)""",
        r"""(?:keponakan\w*|sepupu\w*|adiknya|kakaknya|anaknya sendiri|saudaranya|saudara \
sendiri|\
iparnya|ipar\b|menantu\w*|istrinya|suaminya|kerabat\w*|orang dalam|kenalan\w*|teman dekatnya|\
teman golf|keluarganya sendiri|titipan|balas jasa|kroni\w*|tim sukses)""",
        r"!pemohon|warga (?:datang|diantar)|diantar|menemani|kartu keluarga|pelanggan",
    ),
    (
        _AT_WORK,
        r"""(?:memalsu\w*|dipalsu\w*|palsu|merekayasa|direkayasa|mengarang|memanipulasi|\
dimanipulasi|\
mengubah|diubah|memundurkan|dimundurkan|menghapus|dihapus|membuang|menyembunyikan|disembunyikan|\
menutupi|ditutup-?tutupi|fiktif|menandatangani|tanda tangan|menggelembungkan|titip|bohong|mark \
?up|merobek|memusnahkan|mempercantik|mengakali|diakali)""",
        r"""(?:tanda tangan|tanggal|angka|statistik|notulen|absen\w*|lembur|jam kerja|kuitansi|\
kwitansi|\
nota|faktur|sertifikat|laporan|inspeksi|dokumen|bukti|aduan|pengaduan|kesalahan|kecelakaan|\
pengeluaran|hasil|kunjungan|nilai|kehadiran|surat|keputusan|log\b|data|nama saya|kilometer|\
ijazah)""",
        r"""(?:memalsu|dipalsu|palsu|rekayasa|mengarang|manipulasi|memundurkan|dimundurkan|\
fiktif|\
menggelembung|titip|bohong|mark ?up|memusnahkan|menyembunyikan|disembunyikan|menutupi|ditutup|\
merobek|mengakali|diakali|disuruh|menyuruh|menyuruhku|memaksa|dipaksa|diminta (?:menghapus|\
mengubah|menandatangani|membuang)|meminta saya|padahal|tidak pernah|supaya (?:tidak|terlihat|\
kelihatan)|atas nama saya|tanpa sepengetahuan)""",
        r"!pemohon|uang palsu|warga membawa|tertutup|pelanggan",
    ),
    (
        r"""(?:atasan|bos\b|pimpinan|kepala|ketua|rekan|kolega|teman (?:kerja|kantor)|senior|\
manajer|\
direktur|di kantor|di tempat kerja|tim\b|kepsek|hrd|mandor|supervisor|pegawai lain)""",
        r"""(?:melecehkan|dilecehkan|pelecehan|merundung|dirundung|membully|dibully|bully|\
mempermalukan|\
dipermalukan|menghina|dihina|mengejek|diejek|membentak|dibentak|memaki|dimaki|mengucilkan|\
dikucilkan|mengintimidasi|diintimidasi|diskriminasi|didiskriminasi|rasis|seksis|cabul|porno|\
meraba|diraba|colek|dicolek|menggoda|digoda|mengajak (?:saya )?ke hotel|mengomentari (?:tubuh|\
badan|bentuk|jilbab|fisik|kulit)|komentar (?:\w+ )?(?:tubuh|badan|fisik|jilbab|kulit|agama)|\
candaan (?:kotor|mesum|jorok)|mesum|mengancam (?:akan )?(?:memecat|memutasi|mutasi|pecat)|\
diancam (?:dipecat|dimutasi|pecat|mutasi)|karena (?:saya|dia|ia) (?:\w+ )?(?:perempuan|hamil|\
minoritas|nonmuslim|kristen|papua|tionghoa|cacat|difabel|berjilbab|bukan orang)|tangan di \
(?:paha|pinggang)|mendiamkan saya|menyindir saya|menyebar gosip|balas dendam|memaksa saya|\
dipaksa resign|disisihkan)""",
        r"""!pelanggan (?:marah|membentak|memaki)|pemohon (?:marah|membentak|memaki)|di sekolah|\
sosialisasi|pelatihan""",
    ),
)
