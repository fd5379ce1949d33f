import "server-only";

/**
 * Words of passwords that are tried first, folded, without spaces: those of leaked lists the world over, those of
 * Vietnamese ones, and those of this place, the scheme and the organisation. Together with years, rows of keys and the
 * person's own names (lib/domain/people/password-rule.ts) they stand for some hundred thousand passwords of twelve characters and more.
 */
export const guessedFirst = `
password passwords passwort passw0rd motdepasse contrasena senha parola wachtwoord haslo sifre pass passwd pwd passcode passphrase
admin administrator root user username guest test testing tester demo default login logon signin system manager master superuser
welcome hello hallo hola ciao changeme change letmein access secret secure security private public temp temporary backup service
server database computer laptop desktop windows linux ubuntu android iphone ipad samsung nokia google gmail yahoo hotmail outlook
facebook zalo tiktok youtube instagram twitter microsoft apple oracle cisco internet network online office company business work
qwerty qwertz azerty asdf asdfgh zxcvbn qazwsx qwer zaq zxc abc abcd abcde abcdef iloveyou ilove iloveu loveyou love lover lovely
loveme lovers mylove truelove baby babygirl babyboy honey sweetheart sweety sweet darling angel angels princess prince queen king
princesa teamo tequiero amor amormio corazon bonita hermosa sunshine moonlight starlight rainbow butterfly flower flowers rose
daisy lily jasmine orchid cherry apple banana orange lemon mango strawberry chocolate cookie cookies candy coffee pepper ginger
monkey dragon tiger lion panther eagle falcon hawk wolf fox bear rabbit bunny kitty kitten puppy doggy dolphin shark whale turtle
horse pony unicorn phoenix spider scorpion snake cobra panda koala penguin chicken duck buster charlie max bailey rocky lucky
shadow midnight darkness silver golden diamond crystal ruby pearl emerald blue red green black white yellow purple pink orange
summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december morning night forever always never nothing something whatever everything anything
football soccer baseball basketball hockey tennis golf volleyball swimming running liverpool arsenal chelsea manchester united
barcelona realmadrid madrid juventus milan bayern ronaldo messi neymar beckham football1 jordan michael michelle jessica jennifer
ashley amanda daniel david robert richard thomas matthew andrew joshua anthony william christopher joseph george charles james john
jack harry peter martin steven kevin brian jason justin brandon tyler nicole samantha elizabeth maria anna sarah laura linda
patricia barbara susan nancy karen betty helen sandra donna carol ruth sharon alex alexander alexandra victoria natasha andrea
superman batman spiderman ironman wonderwoman avengers pokemon pikachu naruto sasuke goku dragonball onepiece doraemon hello kitty
hellokitty snoopy mickey minnie disney starwars startrek matrix harrypotter hogwarts gandalf frodo merlin warcraft minecraft roblox
fortnite freefire pubg league legends leagueoflegends counterstrike playstation nintendo mario zelda sonic tetris gamer gaming
blink182 metallica nirvana slipknot eminem beatles blackpink bts exo bigbang michaeljackson music guitar piano dancer singer
trustno trustno1 trustnoone whoami nobody somebody everyone anyone unbelievable administrator congratulations international
communication information technology university student students teacher school college library science history biology chemistry
mathematics engineering development developer programmer freedom liberty justice peace power energy money dollar million
billionaire millionaire success winner champion victory legend hero heroes warrior soldier hunter ninja samurai pirate captain
commander general doctor nurse lawyer police killer death devil satan demon hell heaven jesus jesuschrist christ god godisgood
godislove bible church faith hope blessed blessing family mother father mommy daddy mama papa sister brother friend friends
bestfriend friendship happy happiness smile smiley laugh funny crazy cool awesome amazing beautiful pretty handsome sexy hot
gorgeous cute cutie sugar spice star stars superstar rockstar sun moon earth world universe galaxy space planet ocean river
mountain forest garden house home kitchen america american canada mexico brasil brazil argentina france paris london england
germany berlin russia moscow china beijing japan tokyo korea seoul india indonesia jakarta thailand bangkok singapore malaysia
philippines australia sydney newyork california texas florida chicago boston hawaii vegas corvette mustang ferrari porsche mercedes
toyota honda yamaha suzuki harley ducati yankees cowboys lakers steelers eagles packers redsox
correct horse battery staple correcthorsebatterystaple thequickbrownfox quickbrownfox letmeinplease openup opensesame
mypassword yourpassword newpassword oldpassword thepassword mysecret ilovemyself ilovegod iloveme ihateyou fuckyou fuckme fuckoff
asshole bitch shit bullshit suckit biteme pussy dick cock sexsex porn pornhub
one two three four five six seven eight nine ten zero my your the new old big small good bad best first last my me you and

matkhau matkhaumoi matkhaucu matkhaucuatoi matkhaulagi matma mk pass1 khongbiet khongnho khongco khongcho khongmatkhau dangnhap
taikhoan nguoidung quantri quantrivien hethong maytinh dienthoai thietbi mang internet wifi xinchao chao chaoban chaomung tamthoi
anhyeuem anhyeu emyeuanh emyeu yeuem yeuanh yeu yeuthuong yeumai yeumaimai yeunhau tinhyeu tinhyeuvinhcuu nguoiyeu nguoiyeucu vochong
voyeu chongyeu voiu congiai contrai congai conyeu connit bome boma bomeoi giadinh giadinhtoi giadinhlaso giadinhhanhphuc gdlaso1
me mevabo meyeu boyeu bame ongba anhem chiem anh em chi ban toi minh chung chungta chungtoi banbe banthan tinhban
hanhphuc vuive vuilen cuocsong cuocdoi niemtin hyvong uocmo giacmo thanhcong chienthang maymanlaso maymans maymans mayman phattai phatloc
locphat tailoc taiphatloc anlanh binhan bingan suckhoe doi doinguoi nhomai nhoem nhoanh nho mai mai maimai mottinhyeu mottraitim traitim
thuong thuongem thuongnho congchua hoangtu tieuthu cobe caube embe bebi beyeu beiu cunyeu cuncon meocon gaucon heocon thocon chimnon
chocon concho conmeo conga convit conheo contrau conngua conrong conho congau conkhi rong ho meo heo cun gau
hoahong hoasen hoamai hoadao hoacuc hoalan hoa hoahuongduong huongduong hoamattroi mattroi mattrang anhtrang ngoisao saobang bautroi
trangtron trang sao troi dat nuoc gio mua nang bien song nui rung song que quehuong quetoi que me mua xuan muaxuan muaha muathu muadong
thuhai thuba thutu thunam thusau thubay chunhat thang ngay nam tet tetnguyendan chucmung chucmungnammoi giangsinh trungthu sinhnhat
vietnam vietnamvodich vnvodich vodich tovietnam toiyeuvietnam nguoivietnam bacho hochiminh hcm tphcm saigon hanoi danang hue haiphong cantho
dalat nhatrang vungtau phuquoc halong sapa hoian namdinh nghean hatinh thanhhoa quangnam quangngai phuyen khanhhoa daklak kontum
bongda bongdavietnam congphuong quanghai parkhangseo mu hagl hoanganhgialai sontung mtp sontungmtp mytam denvau baochi karaoke
lienquan lienminh lienminhhuyenthoai vltk volam volamtruyenky kiemthe audition dotkich cf gunny zing vng vnpt viettel mobifone vinaphone
fpt vietcombank vietinbank agribank bidv techcombank mbbank momo shopee lazada tiki
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh mai doan cao ta truong luong luu
anh binh chau cuong dung duc dat giang ha hai hanh hieu hoa hung huong huy khanh khoa kien kim lam lan linh loan loc long mai manh minh my nam nga ngan
ngoc nhan nhi nhu phat phong phuc phuong quan quang quoc quyen quynh son tai tam tan thanh thao thi thien thinh tho thu thuan thuy tien tin toan
trang tri trinh trong truc trung tu tuan tung tuyen tuyet uyen van vi viet vinh vy xuan yen nguyenvan nguyenthi tranvan tranthi levan lethi phamvan phamthi

tinhnguyen tinhnguyenso tinhnguyenvien tinhnguyenxanh muahexanh muahetinhnguyen tinhnguyenhe tinhnguyenbinhdinh tinhnguyengialai thanhnien
thanhnienvietnam thanhnientinhnguyen thanhnienxungphong doanthanhnien doanvien doanvienthanhnien doan doantn tinhdoan huyendoan thidoan thanhdoan xadoan
phuongdoan doanphuong doanxa tinhdoanbinhdinh tinhdoangialai hoilienhiep hoilhtn lhtn hoisinhvien sinhvien hocsinh thieunien nhidong doivien doitruong
doipho bithu phobithu bithudoan chihoi chidoan canbo canbodoan congan conganxa conganphuong canhsat cand bocongan ubnd uybannhandan uyban vanphong
vanphongubnd hdnd dang dangvien dangbo nhanvien lanhdao lanhdaotinh giamdoc truongphong
chuyendoiso chuyendoisoquocgia chinhquyenso congdanso congdan nguoidan tocongnghe tocongngheso congnghe congngheso dichvucong dvc dvctt dichvucongtructuyen
dichvucongquocgia motcua motcualienthong trungtamhanhchinh hanhchinhcong hanhchinh hoso hosotructuyen vneid vneid2 dinhdanh dinhdanhdientu dinhdanhmuc2
cccd cancuoc cancuoccongdan chungminhnhandan cmnd khaisinh hokhau thuongtru tamtru igate vnptigate dean dean06 kehoach kehoach5299 cu
binhdinh gialai quynhon quinhon ankhe annhon hoainhon hoaian anlao vinhthanh tayson phucat phumy tuyphuoc vancanh pleiku chupah chuse chupuh chuprong
mangyang dakdoa dakpo kbang kongchro ayunpa krongpa iapa iagrai ducco phuthien phuocloc phuocson phuochoa phuocthang dieutri tuyphuocbinhdinh nhonbinh nhonphu
ghenhrang hungvuong quangtrung nguyenhue tayson tayson77 votayson vobinhdinh datvo xunau xuhoavang hoavangcoxanh eogio kyco ghenhrang thapdoi thapbanh bongson
tamquan binhduong xa phuong thitran huyen tinh thanhpho thon khupho to doi tinhbinhdinh tinhgialai

admin1 administrator1 matkhau1 password1 passw0rd1 p4ssw0rd abc1 qwe asd zxc aaa bbb ccc xxx zzz vvv
`;
