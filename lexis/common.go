package lexis

import (
	_ "embed"
	"strings"
)

// frequent are those of the 34,000 most frequent words of English, German and Spanish that look like a word of a vocabulary that is used here and
// are no form of it: nobody who writes "bringing" means "binging". How frequent words are is told by wordfreq 3.1 (Speer 2022).
//
//go:embed frequent.txt
var frequent string

// Common are everyday words of English, German and Spanish that are right as they are, however much they look like another: "paint" is no
// "pain". They are folded.
var Common = strings.Fields(frequent + `
davor dafur dagegen daran darauf daraus dadurch dahinter daneben darunter daruber dazwischen davon worauf wovon woran wobei hinterher vorher solange sobald jedoch allerdings sowieso
damals zuvor zuletzt irgendwann meistens bisher seither derzeit zurzeit neulich kurzlich apenas delante detras jamas acaso ademas asimismo siquiera incluso
a able about above shouldnt couldnt wouldnt mustnt neednt shouldve couldve wouldve youre theyre werent accept across act active actually add after again against ago agree all allow almost alone along already also although always am
among an and animal another answer any anybody anyone anything anyway anywhere appear are area around arrive as ask at aunt autumn available away
baby back bad bag ball band bank bar base basic basically be beach bear beat beautiful because become bed been before begin behind being believe
below beside best better between beyond big bike bird birthday bit black block blue board boat body book boring born boss both bottom box boy
bread break breakfast bring brother brown build building bus business busy but buy by cake call calm camp can car card care carry case catch cause
mums dads nans grans nan gran inlaws bros sis center centre certain chair chance change check cheek cheese chicken child children choose christmas city class clean clear clearly climb close
closed clothes cloud club coach coffee cold colleague college come comfortable comes coming common company computer concert conference control cook
cool cost could count country couple course cousin cover crazy cross cry cup cut dad daily dance dark date daughter day days dead deal dear december
decide deep definitely depend desk did different difficult dinner do does dog doing done dont door down draw dream dress drink drive driving dry due
during each early earth east easy eat effort eight either else empty end energy enjoy enough enter entire equal especially etc even evening event
ever every everybody everyone everything exactly exam example excited exercise expect expensive experience explain extra eye face fact fair fall
family far farm fast father feel feeling feels fell felt few field fight figure fill film final finally find fine finish fire firm first fish fit
fitness five fix flat flight floor fly follow food for forest forget form forward found four free fresh friday friend friends from front full fun
funny further future game garden gave general get gets getting girl give given glad go goal goes going gone good got great green ground group grow
guess guy gym had hair half hall happen happy hard has hate have having he health healthy hear heard heart heavy held hello help her here high hill
him his history hit hold hole holiday home honest hope horse hospital hotel hour hours house how however huge human hundred hungry husband i ice
icy idea if important in include indeed inside instead interest into is it its job join june july just keep keeps kept key kid kids kind kitchen
knew know lady lake land large last late lately later laugh law lay lead learn least leave left leg less let letter level lie life light like
likely line list listen little live local long look looks lose lost lot lots love low luck lunch machine made mail main make makes making man many
map march mark market match matter may maybe me meal mean means meant meat medal meet meeting member men mention message middle might mile miles
milk mind mine minute minutes miss mistake moment money month months mood more morning most mostly mother mountain mouth move much mum music must
my name near nearly need needs never new news next nice night nine no nobody none noon nor normal north not note nothing now number of off office
often oh oil ok okay old on once one only onto open or orange order other others our out outdoor outside over own page paid paint pair paper parent
parents park part partner party pass past path pay peace people perfect perhaps period person phone photo pick picture piece place plan plane plans
plant play please plenty plus point police pool poor possible post power prefer prepare present pretty price probably problem program proper public
push put quality question quick quickly quiet quite race rain rainy ran rather reach read ready real really reason record red regular remember rest
result return rich ride right ring river road roads rock room round route row rule run sad safe said same saw say says schedule school sea season
seat second see seem seems seen self sell send sense series serious session set seven several shall shape share she ship shoe shoes shop short
shorter should show shower side sign simple since sing single sister sit site six size skip sleep slow small snow so social sofa soft some someone
something sometimes son song soon sorry sort sound south space speak special speed spend sport sports spring stage stair stairs stand star start
started state station stay step still stop store storm story straight street strong student study stuff style such sugar summer sun sure surface
table take taken takes taking talk tall tea teach team tell ten term test than thank thanks that the their them then there these they thing things
think third this those though thought three through throw time times to today together told tomorrow too took top touch toward town track train
training travel tree trip trouble true try trying turn tv twice two type uncle under understand until up upon us use used usual usually vacation
very view village visit wait wake walk wall want wants warm was wash watch water way we wear weather wedding week weekend weekends weeks weight
well went were west wet what when where which while white who whole why wide wife will win wind window winter wish with within without woman women
wont word work worked working works world worry would write wrong yard year years yes yesterday yet yoga you young your painted paints patient trained trainer trainers trains rained raced rode ridden swam swum lifted rowed jogged walked hiked cycled rested resting skipped skipping moved swapped
shortened longer trial trials tests testing raining flight flights rates rated dated hated mated rides rider runner runners swimmer cyclist planned planner fasting lasting listing tasting painting planting parting paring paining raining saving shaving skating sitting setting
root roots rock rocks rolle rollen path paths bench stone stones weiter weiterhin trotzdem stress strict street string strung start stand chess cheat chase choose feather fewer never lever sever hop hope hoped hoping shop chop hit hat
hint hurry hurt injure brave brand break breath bread brother bruise coach couch coat court cycle circle sick sock stick side size shine shirt
shoe short shot should solder holder order older tired wired fired hired tried paying paining cramp camp clamp swim slim swam sweet swell
abductors adduction agent alter angle armor await aware banned bans bare batch battle binder binds blank blend blobs bounding brake breach brisk bunch
butter cache cached caches cameras cease char cleaned climbing clocks coaching coarse coder codes compacting comparing compelled competitive complying
composition compute computed computing confidence confusion construed consumer contractual contradiction corner counting crooked deadline demanding
dependent derived descending devil direct distinct donor dose doses drop dropping drops duck duking duration dwelling election embodied encoding exact
exclusion exclusive executing exhaust fail fails families fare fees filed files fills fins fitting fixes flatter float floating font fuse gain grade
grades grams granting grouping grown grows habit hacker halls halve handling heads headwind heaviest heirs incurred informed injection install
integrity intended intensities intention internal internals landing lane lanes larger lasts lats latter layer leader leads learning lease lesson limit
limiting limits lines lists logger looking loose males matching matters medical mends menus mere migrate minus misled mocks modality newer nielsen
nights noise numbers objective operating operator oversize padding paired pairs parse parsed parsing parts pasted patent patents pings pins placing
plain plank planks planning plate plos pooled preparation presents previews print process processing prohibits prone protects pure qualify quantity
raise raises range rating readiness reads rear receiver related relating relation relations relaxed released repeated report required reset resolver
respects resulting retained retraction reuse rise risen rises rising risk risks role roles rotation ruins runes rungs santa save saves score scores
seasons sections seed selection selections selling sent sept serve serves sessions sheet shell shore shows sight sighting skill skis slang slide slips
slower solve sore spelled spelling spells spike spin spins splints split splits splitting spots springs sprint sprints stack staff standard standards
standing stash stat stating staying stays steep stepping stiff sting stock straining strap stripped stubs successor suffices sufficient suite supine
swing swinging swings talking taper tapers technical tempo tender thinks threat threes throws thus ties tires tracing tracking trailing traits
transaction transition transitions traps tread trees tries trimp unlisted unusable usable value waiter waive wanting warden waves weakest whatever
wherever whoever whose width wording words wound writing
ab aber abend abends acht alle allein alles als also alt am an andere anders anfang arbeit arbeiten auch auf aus bald baum bei beide beim bein
besser beste bin bis bisschen bitte bleiben brauche bringen bruder da dabei damit danach danke dann das dass dein dem den denn der des deshalb
dich die dies diese diesem diesen dieser dieses dir doch dort draussen drei du durch durfen ein eine einem einen einer eines einfach einmal endlich
er erst erste ersten es essen etwas euch fahren fahrt familie fast fertig finde frau frei freund freunde freut fruh fruher fur funf ganz ganze gar
geben gegen gehen geht gemacht genau genug gerade gerne gern gestern gibt ging gleich glaube grad gross grosse gut gute guten habe haben halb hallo
hast hat hatte hatten haus heute hier hin hinter hoch hoffe ich ihr im immer in ins ist ja jahr jahre je jede jeden jeder jetzt kalt kann kannst
kein keine keinen keiner kind kinder klar klein komme kommen konnte konnen kurz kurze lang lange langsam lass lauf laufe laufen leben leicht leider
letzte letzten letzter lieber los mache machen macht mal man manchmal mehr mein meine meinem meinen meiner mich mir mit mochte montag morgen morgens
muss mussen mutter nach nachmittag nachste nachsten nacht nehmen nein neu neue nicht nichts nie noch nur ob oben oder oft ohne ort plan platz rad
recht regen richtig ruhe sagen sagt samstag schon schnell schwer sehen sehr sein seine seit selbst sich sicher sie sieben sind so sogar soll sollen
sollte sommer sondern sonntag spat spater sport stadt stark statt stunde stunden tag tage tagen trainieren training tut uber uhr um und uns unser wegen
unter urlaub vater viel viele vielleicht vier vom von vor wann war waren warm warte warum was wasser weg weil weit welche wenig weniger wenn wer
werde werden wetter wie wieder will wir wird wirklich wo woche wochen wochenende wohl wollen wurde zehn zeit ziel zu zum zur zwei zwischen
abajo abrir ahora al algo alguien alguno alli alta alto amigo amigos ano anos antes aqui arriba asi aunque ayer ayuda bajo bastante bien bueno buena
cada calle cama cambio camino casa casi cerca cinco ciudad claro coche comer comida como con contra correr cosa cosas creo cual cuando cuanto cuatro
da dar de debajo debo decir dejar del demasiado dentro desde despues dia dias dice diez dinero donde dormir dos durante el ella ellos empezar en
encima entonces entre era es esa ese eso esta estaba estado estamos estan estar este esto estos estoy familia favor fin fuera fue fui gente gracias
gran grande gusta gustaria ha haber hace hacer hacia haciendo hago han hasta hay he hecho hermano hija hijo hizo hola hombre hora horas hoy iba
igual ir jueves la lado largo las le lejos lento les listo llegar llevo lo los luego lugar lunes luz madre mal mala malo manana mas me mediodia mejor
menos mes mesa meses mi mientras miercoles mio mis misma mismo momento mucha mucho muchas muchos mujer muy nada nadie necesito ni nino ningun ninguna
no noche nos nosotros nuestra nuestro nueva nuevo nunca o ocho otra otro padre para parece parte pasado pasar pero persona poco poder podria por
porque posible primera primero puede puedo pues que quien quiero quizas rapido sabado saber se sea seis semana semanas ser si siempre siete sin
sobre sol solo son soy su sus tal tambien tampoco tan tanto tarde tarea te tengo tener tenia tiempo tiene tienen tipo toda todas todavia todo todos
trabajo tres tu tuve un una uno unos usted va vamos veces ver verano vez viaje vida viene viernes voy y ya yo
adria arsed depressing fieberhaft herzen herzens herzlich herzliche herzlichen herzlicher herzlichst smoked cancela canicula corta cortas cortar entrene entreno entrenos fussball gutes hazme haze partir rectas rodillo rodillos planea planeas planear planeo scope scopes scoping slope slopes caller callers stelle stellen tria trot trote trotes trotting abdominales ausgerutscht operations`)
