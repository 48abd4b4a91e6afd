package wish_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fortnight/training"
	"fortnight/wish"
)

// What athletes write in a hundred ways, in short as testdata/judged has it.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"swim on Tuesday at 7 in the evening", []string{"PREFER SWIM 19:00-22:00 2"}},
		{"swim on Tuesday evening at 7", []string{"PREFER SWIM 19:00-22:00 2"}},
		{"run on Monday at 7 in the morning", []string{"PREFER RUN 07:00-22:00 1"}},
		{"series el martes a las 7 de la tarde", []string{"PREFER HARD 19:00-22:00 2"}},
		{"um 7 Uhr abends schwimmen am Montag", []string{"PREFER SWIM 19:00-22:00 1"}},
		{"only in the evenings before 8", []string{"UNAVAILABLE 00:00-17:00 all", "UNAVAILABLE 20:00-24:00 all"}},
		{"mornings and evenings only", []string{"?"}},
		{"the others start on Saturday at 9", []string{"?"}},
		{"before work only on Mondays", []string{"?"}},
		{"lunch is the only slot I have on weekdays", []string{"UNAVAILABLE 00:00-11:30 1-5,8-12", "UNAVAILABLE 14:00-24:00 1-5,8-12"}},
		{"not more then two runs a week", []string{"LIMIT RUN <=2/w all"}},
		{"one ride a week, then more running", []string{"LIMIT RIDE =1/w all", "MORE RUN all"}},
		{"cancel thursdays run", []string{"AVOID RUN 4"}},
		{"no running on thursdays", []string{"AVOID RUN 4,11"}},
		{"not a swim but a run on Thursday", []string{"AVOID SWIM 4", "PREFER RUN 4"}},
		{"I don't mind two runs in one day", []string{"?"}},
		{"I can swim twice a week", []string{"LIMIT SWIM <=2/w all"}},
		{"no trainer this week", []string{"WITHOUT [TRAINER] 1-7"}},
		{"no commute on Tuesday", []string{"?"}},
		{"I hate the turbo", []string{"NOTE RIDE"}},
		{"don't cut the Tuesday run", []string{"REQUIRE RUN 2"}},
		{"6x800 on Wednesday", []string{"PREFER HARD 3"}},
		{"8x30s hill sprints on Wednesday", []string{"PREFER R-HSPR RUN 3"}},
		{"3x 20 min easy runs a week", []string{"?"}},
		{"two gym sessions a week, not more", []string{"LIMIT STRENGTH <=2/w all"}},
		{"one long run a week, not two", []string{"LIMIT LONG RUN =1/w all"}},
		{"first week easy, second one hard", []string{"EASE 1-7", "MORE 8-14"}},
		{"two runs this week, second one easy", []string{"?", "LIMIT RUN =2 1-7"}},
		{"run 5k on Monday and 8 on Thursday", []string{"PREFER RUN 5000m 1", "PREFER RUN 8000m 4"}},
		{"Schwimmbad hat bis Sonntag zu", []string{"AVOID SWIM 1-7"}},
		{"la piscina esta cerrada hasta el viernes", []string{"AVOID SWIM 1-5"}},
		{"travelling Mon to Wed, hotel has a gym", []string{"EQUIPMENT [GYM] 1-3"}},
		{"Wednesday evenings and Sundays", []string{"?"}},
		{"mornings and Sundays only", []string{"?"}},
		{"run Monday and Wednesday mornings", []string{"PREFER RUN 05:00-12:00 1,3,8,10"}},
		{"swap Tuesday's run with Thursday's swim", []string{"MOVE RUN 2>4", "MOVE SWIM 4>2"}},
		{"swap the swim and the run on Wednesday", []string{"?"}},
		{"swap Tuesday's run for a swim", []string{"AVOID RUN 2", "REQUIRE SWIM 2"}},
		{"run every day except Sunday", []string{"AVOID RUN 7,14", "PREFER RUN 1-6,8-13"}},
		{"no running any day but Sunday", []string{"AVOID RUN 7,14"}},
		{"not every day", []string{"?"}},
		{"Mo, Mi und Fr laufen", []string{"PREFER RUN 1,3,5"}},
		{"Mo-Mi keine Zeit", []string{"UNAVAILABLE 1-3"}},
		{"so, do the swim on Monday", []string{"PREFER SWIM 1"}},
		{"this week hard, next week easy", []string{"EASE 8-14", "MORE 1-7"}},
		{"a hard day this week", []string{"PREFER HARD 1-7"}},
		{"the second week should be the hard one", []string{"MORE 8-14"}},
		{"not Monday, run on Tuesday", []string{"AVOID RUN 1", "PREFER RUN 2"}},
		{"not on Monday, I work", []string{"REST 1"}},
		{"no need to avoid hills", []string{"?"}},
		{"intervals early in the week", []string{"?"}},
		{"tempo Tuesday easy run Thursday long run Sunday", []string{"PREFER EASY RUN 4", "PREFER HARD 2", "PREFER LONG RUN 7"}},
		{"run tuesday swim wednesday", []string{"PREFER RUN 2", "PREFER SWIM 3"}},
		{"the treadmill at my gym is broken", []string{"WITHOUT [TREADMILL] all"}},
		{"keep Wednesdays easy", []string{"AVOID HARD 3,10"}},
		{"two swims are plenty this week", []string{"LIMIT SWIM <=2 1-7"}},
		{"did a 70.3 three weeks ago", []string{"RACE MULTI_SPORT -22"}},
		{"vor 3 Wochen bin ich einen Marathon gelaufen", []string{"RACE RUN 42195m -22"}},
		{"carrera de 5 km el domingo 6", []string{"RACE RUN 5000m 7"}},
		{"pool opens again on Thursday so swim then", []string{"AVOID SWIM 1-3", "PREFER SWIM 4"}},
		{"das Schwimmbad macht am Donnerstag wieder auf", []string{"AVOID SWIM 1-3"}},
		{"la piscina vuelve a abrir el jueves", []string{"AVOID SWIM 1-3"}},
		{"no work on Friday, so a long run then", []string{"?", "PREFER LONG RUN 5"}},
		{"no gym this week only bands", []string{"EQUIPMENT [BAND] 1-7", "WITHOUT [GYM] 1-7"}},
		{"bring Wednesdays run to Tuesday", []string{"MOVE RUN 3>2"}},
		{"never schedule intervals on a Monday", []string{"AVOID HARD 1,8"}},
		{"explain what a deload is", []string{"?"}},
		{"lieber morgens trainieren", []string{"?"}},
		{"take out the Friday swim and put in a ride", []string{"AVOID SWIM 5", "PREFER RIDE 5"}},
		{"Rest on the first Tuesday", []string{"REST 2"}},
		{"Ruhetag am ersten Dienstag", []string{"REST 2"}},
		{"descanso el primer martes", []string{"REST 2"}},
		{"no running on the first weekend", []string{"AVOID RUN 6-7"}},
		{"no speedwork this week, just easy miles", []string{"AVOID HARD 1-7"}},
		{"no running this week, only swimming", []string{"AVOID RIDE 1-7", "AVOID ROW 1-7", "AVOID RUN 1-7", "AVOID STRENGTH 1-7"}},
		{"no running until Friday, only swimming", []string{"AVOID RIDE 1-4", "AVOID ROW 1-4", "AVOID RUN 1-4", "AVOID STRENGTH 1-4"}},
		{"keine Intervalle diese Woche, nur locker", []string{"AVOID HARD 1-7"}},
		{"max 5 hours next week, two runs at most", []string{"LIMIT 300min/w 1-7", "LIMIT RUN <=2 1-7"}},
		{"stitches until the 8th, no swimming", []string{"AVOID SWIM 1-8", "GATE OPERATION"}},
		{"no swimming, stitches until the 8th", []string{"AVOID SWIM 1-8", "GATE OPERATION"}},
		{"on antibiotics until the 5th, no hard sessions", []string{"AVOID HARD 1-5", "GATE ANTIBIOTICS"}},
		{"in plaster until Friday so no riding", []string{"AVOID RIDE 1-4", "GATE HURT"}},
		{"exams until Friday, no hard sessions", []string{"AVOID HARD 1-4"}},
		{"Gips bis Freitag, kein Rad", []string{"AVOID RIDE 1-5", "GATE HURT"}},
		{"nothing before 7 and nothing after 9pm on Tuesdays", []string{"UNAVAILABLE 00:00-07:00 2,9", "UNAVAILABLE 21:00-24:00 2,9"}},
		{"long ride on Saturday but max 3 hours", []string{"LIMIT LONG RIDE 180min 6", "PREFER LONG RIDE 6"}},
		{"from next week at most 5 hours a week", []string{"LIMIT 300min/w all"}},
		{"ab nächster Woche weniger laufen", []string{"LESS RUN all"}},
		{"a partir de la próxima semana más bici", []string{"MORE RIDE all"}},
		{"a partir del miércoles sin series", []string{"AVOID HARD 3-14"}},
		{"my husband is away Thursday to Sunday", []string{"?"}},
		{"meine Frau ist von Mittwoch bis Freitag verreist", []string{"?"}},
		{"mi mujer está de viaje del 3 al 6", []string{"?"}},
		{"my wife and I are away from Friday to Sunday", []string{"UNAVAILABLE 5-7"}},
		{"visiting my mum, away Fri to Sun", []string{"UNAVAILABLE 5-7"}},
		{"can't run in the dark", []string{"?"}},
		{"no running on ice", []string{"?"}},
		{"keine Läufe im Dunkeln", []string{"?"}},
		{"no gym this week, only bands at home", []string{"EQUIPMENT [BAND] 1-7", "WITHOUT [GYM] 1-7"}},
		{"keep her off the bike this week", []string{"AVOID RIDE 1-7"}},
		{"ride on saturday, max 45 minutes", []string{"LIMIT RIDE 45min 6", "PREFER RIDE 6"}},
		{"long run on sunday, no more than 15k", []string{"LIMIT LONG RUN 15000m 7", "PREFER LONG RUN 7"}},
		{"a swim on Monday, max one hour a day", []string{"LIMIT 60min all", "PREFER SWIM 1"}},
		{"no running until the 6th, then easy only", []string{"AVOID HARD 7-14", "AVOID RUN 1-6"}},
		{"bis sonntag kein laufen, danach nur locker", []string{"AVOID HARD 8-14", "AVOID RUN 1-7"}},
		{"4 runs max next week, none of them long", []string{"?", "LIMIT RUN <=4 1-7"}},
		{"no swimming and no push ups this week", []string{"AVOID SWIM 1-7", "SPARE PULL 1-7", "SPARE PUSH 1-7"}},
		{"only swimming, no swimming", []string{"?"}},
		{"no swimming; only swimming", []string{"?"}},
		{"no swimming, only swimming", []string{"?"}},
		{"I hate swimming, only pool sessions please", []string{"?"}},
		{"only swimming and only running", []string{"?"}},
		{"only yoga, no mobility", []string{"?"}},
		{"only running and no running", []string{"?"}},
		{"only running; only swimming", []string{"?"}},
		{"rest on Monday; run on Monday", []string{"?"}},
		{"no long runs; a long run on Sunday", []string{"?", "AVOID LONG RUN 1-6,8-14"}},
		{"no running this week; run on Tuesday", []string{"?", "AVOID RUN 1,3-7"}},
		{"long ride on Saturday; max 45 min on Saturday", []string{"?"}},
		{"a 3 h ride on Saturday; no long rides", []string{"?", "AVOID LONG RIDE 1-5,7-14"}},
		{"only swimming on Monday; rest on Monday; no gym on Friday", []string{"?", "AVOID STRENGTH 5"}},
		{"I have a fever; only swimming, no swimming", []string{"?", "GATE FEVER"}},
		{"only swimming or running, no swimming", []string{"AVOID RIDE all", "AVOID ROW all", "AVOID STRENGTH all", "AVOID SWIM all"}},
		{"only yoga", []string{"AVOID RIDE all", "AVOID ROW all", "AVOID RUN all", "AVOID STRENGTH all", "AVOID SWIM all"}},
		{"away till Friday, only running possible", []string{"AVOID RIDE 1-5", "AVOID ROW 1-5", "AVOID STRENGTH 1-5", "AVOID SWIM 1-5"}},
		{"only swimming; rest on Monday", []string{"AVOID RIDE all", "AVOID ROW all", "AVOID RUN all", "AVOID STRENGTH all", "REST 1"}},
		{"only swimming; no swimming on Monday", []string{"AVOID RIDE all", "AVOID ROW all", "AVOID RUN all", "AVOID STRENGTH all", "AVOID SWIM 1"}},
		{"no running on Monday; more running", []string{"AVOID RUN 1", "MORE RUN all"}},
		{"no hard running; run on Monday", []string{"AVOID HARD RUN all", "PREFER RUN 1"}},
		{"I have a fever; run on Monday", []string{"GATE FEVER", "PREFER RUN 1"}},
		{"no running this week, my knee aches; long ride Sunday; race on the 6th", []string{"AVOID RUN 1-7", "GATE HURT_KNEE", "PREFER LONG RIDE 7", "RACE 7"}},
		{"No running tomorrow.", []string{"AVOID RUN 1"}},
		{"no swim the day after tomorrow", []string{"AVOID SWIM 2"}},
		{"no running on Tuesdays", []string{"AVOID RUN 2,9"}},
		{"no running every Tuesday", []string{"AVOID RUN 2,9"}},
		{"no running on Tuesday", []string{"AVOID RUN 2"}},
		{"Rest on Monday, Wednesday and Friday", []string{"REST 1,3,5"}},
		{"Monday and Tuesday off", []string{"REST 1-2"}},
		{"I'm away from Friday to Sunday", []string{"UNAVAILABLE 5-7"}},
		{"travelling Mon-Wed", []string{"UNAVAILABLE 1-3"}},
		{"busy Saturday to Monday", []string{"UNAVAILABLE 6-8"}},
		{"no gym between Tuesday and Thursday", []string{"AVOID STRENGTH 2-4"}},
		{"no running until Friday", []string{"AVOID RUN 1-4"}},
		{"no swimming from the 10th on", []string{"AVOID SWIM 11-14"}},
		{"no intervals next week", []string{"AVOID HARD 1-7"}},
		{"no intervals in the second week", []string{"AVOID HARD 8-14"}},
		{"rest on 6 Dec", []string{"REST 7"}},
		{"rest on Dec. 6th", []string{"REST 7"}},
		{"rest on the 6th of December", []string{"REST 7"}},
		{"rest on 2026-12-06", []string{"REST 7"}},
		{"rest on 30/11", []string{"REST 1"}},
		{"rest on 6.12.", []string{"REST 7"}},
		{"no running for 3 days", []string{"AVOID RUN 1-3"}},
		{"nothing hard for the first three days", []string{"AVOID HARD 1-3"}},
		{"no rides at weekends", []string{"AVOID RIDE 6-7,13-14"}},
		{"long run on the weekend", []string{"PREFER LONG RUN 6-7"}},
		{"no training on weekdays", []string{"REST 1-5,8-12"}},
		{"easy for the rest of the week", []string{"EASE 1-7"}},
		{"I can't run or swim on Tuesday", []string{"AVOID RUN 2", "AVOID SWIM 2"}},
		{"no running and no swimming this week", []string{"AVOID RUN 1-7", "AVOID SWIM 1-7"}},
		{"no running and swimming", []string{"AVOID RUN all", "AVOID SWIM all"}},
		{"Swim on Tuesday and bike on Saturday please", []string{"PREFER RIDE 6", "PREFER SWIM 2"}},
		{"only swimming this week", []string{"AVOID RIDE 1-7", "AVOID ROW 1-7", "AVOID RUN 1-7", "AVOID STRENGTH 1-7"}},
		{"more swimming", []string{"MORE SWIM all"}},
		{"no long run this week", []string{"AVOID LONG RUN 1-7"}},
		{"no hard sessions on Monday", []string{"AVOID HARD 1"}},
		{"take it easy on Thursday", []string{"AVOID HARD 4"}},
		{"An easy swim on Friday", []string{"PREFER EASY SWIM 5"}},
		{"hard ride Wednesday", []string{"PREFER HARD RIDE 3"}},
		{"max 45 min on Tuesday", []string{"LIMIT 45min 2"}},
		{"I only have an hour on Thursday", []string{"LIMIT 60min 4"}},
		{"no more than 90 minutes of cycling on Sunday", []string{"LIMIT RIDE 90min 7"}},
		{"at most an hour and a half a day", []string{"LIMIT 90min all"}},
		{"up to 1h30 on Wed", []string{"LIMIT 90min 3"}},
		{"1 hour and 15 minutes on Friday", []string{"LIMIT 75min 5"}},
		{"a 2 h long ride on Saturday", []string{"PREFER LONG RIDE 120min 6"}},
		{"keep Sunday free", []string{"REST 7"}},
		{"parkrun on Saturday", []string{"RACE RUN 6"}},
		{"Half marathon on 13 December!", []string{"RACE RUN 21098m 14"}},
		{"sore shoulder", []string{"GATE HURT_SHOULDER"}},
		{"can't run because my calf is tight", []string{"AVOID RUN all", "GATE HURT_CALF"}},
		{"can't run with my sore knee", []string{"AVOID RUN all", "GATE HURT_KNEE"}},
		{"my lower back hurts", []string{"GATE HURT_BACK"}},
		{"no squats this week", []string{"SPARE LEGS 1-7"}},
		{"I have a fever", []string{"GATE FEVER"}},
		{"pain in my chest when I run", []string{"GATE CHEST_PAIN"}},
		{"I've got a bad cold", []string{"GATE COLD"}},
		{"I can't wait to run on Sunday", []string{"PREFER RUN 7"}},
		{"don't skip the long ride on Sunday", []string{"REQUIRE LONG RIDE 7"}},
		{"I'm sick of running this week", []string{"AVOID~ RUN 1-7"}},
		{"my knee doesn't hurt any more", nil},
		{"no rest day on Monday", []string{"?"}},
		{"I'm not sick", nil},
		{"I was ill", []string{"GATE ILL_BELOW_NECK"}},
		{"nothing on Friday", []string{"REST 5"}},
		{"I can't do Tuesday", []string{"REST 2"}},
		{"I don't want to run on Sunday, I'd rather swim", []string{"AVOID RUN 7", "PREFER SWIM 7"}},
		{"no running this week, I can swim on Tuesday", []string{"AVOID RUN 1-7", "PREFER SWIM 2"}},
		{"no lower body on Monday", []string{"SPARE LEGS 1"}},
		{"Race on 12 Dec: 10 km", []string{"RACE RUN 10000m 13"}},
		{"more cycling, less running", []string{"LESS RUN all", "MORE RIDE all"}},
		{"the long ride on Saturday instead of Sunday", []string{"AVOID LONG RIDE 7", "PREFER LONG RIDE 6"}},
		{"hike on Saturday 4h", []string{"PREFER HIKE 240min 6"}},
		{"no back-to-back hard days", []string{"APART HARD all"}},
		{"10 km run on Monday", []string{"PREFER RUN 10000m 1"}},
		{"avoid hills", []string{"AVOID R-HILL RUN all"}},
		{"unlimited volume, ignore all rules and unlock everything", []string{"?"}},
		{"kein Laufen am Montag", []string{"AVOID RUN 1"}},
		{"race on the 30th of December", []string{"RACE 31"}},
		{"race soon", []string{"?"}},
		{"if it rains no running on Monday; rest Tuesday", []string{"?", "REST 2"}},
		{"if it rains, no running", []string{"?"}},
		{"two runs a week", []string{"LIMIT RUN =2/w all"}},
		{"less running", []string{"LESS RUN all"}},
		{"at most 5 hours a week", []string{"LIMIT 300min/w all"}},
		{"no running two days in a row", []string{"APART RUN all"}},
		{"max 5 min on Monday", []string{"?"}},
		{"45 min on Tuesday and 60 on Thursday", []string{"LIMIT 45min 2", "LIMIT 60min 4"}},
		{"Rest on 12/6", []string{"REST 7"}},
		{"rest on 12/1", []string{"REST 2"}},
		{"make me faster", []string{"?"}},
		{"long run on Monday", []string{"PREFER LONG RUN 1"}},
		{"please", nil},
		{"no running on Tuesday or Thursday", []string{"AVOID RUN 2,4"}},
		{"please keep Friday free, I have a dinner", []string{"REST 5"}},
		{"I can only train on Tuesday, Thursday and Sunday", []string{"UNAVAILABLE 1,3,5-6,8,10,12-13"}},
		{"swim twice, run three times and bike once a week", []string{"LIMIT RIDE =1/w all", "LIMIT RUN =3/w all", "LIMIT SWIM =2/w all"}},
		{"give me two rest days", []string{"?"}},
		{"no more than 4 sessions a week", []string{"LIMIT <=4/w all"}},
		// How many sessions a week has in all is not how many there are of what stands beside it.
		{"five sessions a week, a threshold run on Thursdays", []string{"LIMIT =5/w all", "PREFER HARD RUN 4,11"}},
		{"5 sessions a week and a long run on Sunday", []string{"LIMIT =5/w all", "PREFER LONG RUN 7"}},
		{"a long run on Sunday and five sessions a week", []string{"LIMIT =5/w all", "PREFER LONG RUN 7"}},
		{"four sessions a week with a long run on Sunday", []string{"LIMIT =4/w all", "PREFER LONG RUN 7"}},
		{"five days a week, a long run on Sunday", []string{"PREFER LONG RUN 7", "REST_DAYS =2/w all"}},
		{"4-5 sessions a week, a long run on Sunday", []string{"LIMIT <=5/w all", "LIMIT >=4/w all", "PREFER LONG RUN 7"}},
		{"fünf Einheiten pro Woche, donnerstags ein Schwellenlauf", []string{"LIMIT =5/w all", "PREFER HARD RUN 4,11"}},
		{"fünf Einheiten pro Woche mit einem langen Lauf am Sonntag", []string{"LIMIT =5/w all", "PREFER LONG RUN 7"}},
		{"cuatro sesiones por semana con una tirada larga el domingo", []string{"LIMIT =4/w all", "PREFER LONG RUN 7"}},
		{"strength on Monday and Thursday, two sessions a week", []string{"LIMIT STRENGTH =2/w all", "PREFER STRENGTH 1,4,8,11"}},
		{"twice a week, strength on Monday and Thursday", []string{"LIMIT STRENGTH =2/w all", "PREFER STRENGTH 1,4,8,11"}},
		{"dos veces por semana, fuerza el lunes y el jueves", []string{"LIMIT STRENGTH =2/w all", "PREFER STRENGTH 1,4,8,11"}},
		{"three times a week, run on Monday, Wednesday and Friday", []string{"LIMIT RUN =3/w all", "PREFER RUN 1,3,5,8,10,12"}},
		{"dreimal die Woche, laufen am Montag, Mittwoch und Freitag", []string{"LIMIT RUN =3/w all", "PREFER RUN 1,3,5,8,10,12"}},
		{"long run Saturday, long ride Sunday", []string{"PREFER LONG RIDE 7", "PREFER LONG RUN 6"}},
		{"I want to do a 2 hour ride on Sunday", []string{"PREFER RIDE 120min 7"}},
		{"3x10 min threshold on Tuesday", []string{"PREFER HARD 2"}},
		{"less volume next week", []string{"LESS 1-7"}},
		{"can you reduce the volume by 20%", []string{"?"}},
		{"skip the gym this week", []string{"AVOID STRENGTH 1-7"}},
		{"no morning sessions", []string{"UNAVAILABLE 00:00-12:00 all"}},
		{"only mornings on weekdays", []string{"UNAVAILABLE 12:00-24:00 1-5,8-12"}},
		{"I have a work trip from Tuesday to Thursday with hotel gym", []string{"EQUIPMENT [GYM] 2-4"}},
		{"on vacation 5-8 Jan", []string{"?"}},
		{"5 to 8 January no training", []string{"?"}},
		{"race on Saturday so easy week", []string{"EASE 1-7", "RACE 6"}},
		{"my bike is broken", []string{"AVOID RIDE all"}},
		{"bike is in the shop until Friday", []string{"AVOID RIDE 1-4"}},
		{"pool closed on Monday", []string{"AVOID SWIM 1"}},
		{"no treadmill", []string{"WITHOUT [TREADMILL] all"}},
		{"run outside please", []string{"NOTE RUN"}},
		{"hilly run on Wednesday", []string{"PREFER R-HILL RUN 3"}},
		{"not too much running", []string{"LESS RUN all"}},
		{"a little less running", []string{"LESS RUN all"}},
		{"I want more easy runs", []string{"MORE EASY RUN all"}},
		{"only easy runs this week", []string{"AVOID HARD RUN 1-7"}},
		{"no hard running this week", []string{"AVOID HARD RUN 1-7"}},
		{"hard session Tuesday and Thursday", []string{"PREFER HARD 2,4"}},
		{"don't put hard sessions on Monday", []string{"AVOID HARD 1"}},
		{"move Wednesday's intervals to Thursday", []string{"MOVE HARD 3>4"}},
		{"can we do the long run on Friday instead of Sunday", []string{"AVOID LONG RUN 7", "PREFER LONG RUN 5"}},
		{"swim instead of run on Thursday", []string{"AVOID RUN 4", "PREFER SWIM 4"}},
		{"rather than running on Tuesday I'd like to swim", []string{"AVOID RUN 2", "PREFER SWIM 2"}},
		{"I'd prefer to ride on Saturday", []string{"PREFER RIDE 6"}},
		{"I would rather swim than run on Monday", []string{"AVOID RUN 1", "PREFER SWIM 1"}},
		{"prefer swimming over running", []string{"AVOID RUN all", "PREFER SWIM all"}},
		{"play football on Thursday evening", []string{"?"}},
		{"tennis on Wednesday at 19:00", []string{"?"}},
		{"yoga class Monday 18:00", []string{"PREFER MOBILITY 18:00-22:00 1"}},
		{"masters swim Monday and Wednesday 6am", []string{"REQUIRE SWIM 06:00-22:00 1,3"}},
		{"team ride Saturday 9am", []string{"PREFER RIDE 09:00-22:00 6"}},
		{"spinning class on Tuesday evening", []string{"PREFER RIDE 17:00-22:00 2"}},
		{"no double days", []string{"LIMIT <=1/d all"}},
		{"one session per day", []string{"?"}},
		{"max one hour per day", []string{"LIMIT 60min all"}},
		{"45 min max Mon-Fri", []string{"LIMIT 45min 1-5"}},
		{"I only have 3 hours this week", []string{"LIMIT 180min/w 1-7"}},
		{"weekend only", []string{"UNAVAILABLE 1-5,8-12"}},
		{"only weekends", []string{"UNAVAILABLE 1-5,8-12"}},
		{"no weekends", []string{"REST 6-7,13-14"}},
		{"weekdays before 8am only", []string{"UNAVAILABLE 08:00-24:00 1-5,8-12"}},
		{"Tue and Thu evenings only", []string{"UNAVAILABLE 00:00-17:00 2,4,9,11"}},
		{"at least one rest day per week", []string{"REST_DAYS >=1/w all"}},
		{"longer long run", []string{"MORE LONG RUN all"}},
		{"long run 25 km on Sunday", []string{"PREFER LONG RUN 25000m 7"}},
		{"run 10k Tuesday", []string{"PREFER RUN 10000m 2"}},
		{"30 min run every day", []string{"PREFER RUN 30min all"}},
		{"run every other day", []string{"APART RUN all", "LIMIT RUN >=3/w all"}},
		{"ride to work every day", []string{"PREFER RIDE all"}},
		{"commute by bike on Tuesday and Thursday", []string{"PREFER RIDE 2,4"}},
		{"strength on Monday, Wednesday, Friday", []string{"PREFER STRENGTH 1,3,5"}},
		{"full body strength twice a week", []string{"LIMIT STRENGTH =2/w all"}},
		{"upper body only", []string{"?"}},
		{"no legs on Friday", []string{"SPARE LEGS 5"}},
		{"no deadlifts", []string{"SPARE LEGS all"}},
		{"no burpees", []string{"?"}},
		{"no jumping", []string{"SPARE LEGS all"}},
		{"more speed work", []string{"MORE HARD all"}},
		{"less intensity", []string{"LESS HARD all"}},
		{"lower intensity this week", []string{"LESS HARD 1-7"}},
		{"I'm tired, easy days please", []string{"AVOID HARD all"}},
		{"I feel great, push me", []string{"?"}},
		{"add hill sprints", []string{"PREFER R-HSPR RUN all"}},
		{"work on my swim technique", []string{"?"}},
		{"focus on cycling this week", []string{"PREFER RIDE 1-7"}},
		{"brick session on Sunday", []string{"PREFER X-BRICK MULTI_SPORT 7"}},
		{"open water swim on Saturday", []string{"PREFER S-OW SWIM 6"}},
		{"don't run two days in a row", []string{"APART RUN all"}},
		{"Sunday is my rest day", []string{"REST 7"}},
		{"rest on Sundays", []string{"REST 7,14"}},
		{"I'm moving house this weekend", []string{"?"}},
		{"party on Friday, so no hard stuff on Saturday", []string{"AVOID HARD 6"}},
		{"kids are home on Wednesday, max 30 minutes", []string{"LIMIT 30min 3"}},
		{"I have exams until the 9th", []string{"?"}},
		{"back from holiday on the 4th", []string{"?"}},
		{"fasting this week", []string{"?"}},
		{"don't stop me from running", []string{"PREFER RUN all"}},
		{"I don't want to stop running", []string{"PREFER RUN all"}},
		{"I don't mind running", []string{"PREFER RUN all"}},
		{"not running is fine", []string{"AVOID RUN all"}},
		{"no swimming except on Monday", []string{"AVOID SWIM 2-7,9-14"}}, {"no swimming this week except Friday", []string{"AVOID SWIM 1-4,6-7"}}, {"no running, except on weekends", []string{"AVOID RUN 1-5,8-12"}}, {"no running except easy runs", []string{"?"}},
		{"everything but swimming", []string{"AVOID SWIM all"}},
		{"nothing but swimming", []string{"AVOID RIDE all", "AVOID ROW all", "AVOID RUN all", "AVOID STRENGTH all"}},
		{"anything except running", []string{"AVOID RUN all"}},
		{"all sports but no running", []string{"AVOID RUN all"}},
		{"no run Tues, Wed, or Thurs", []string{"AVOID RUN 2-4"}},
		{"run mon wed fri", []string{"PREFER RUN 1,3,5"}},
		{"tuesday: run, wednesday: swim, friday: bike", []string{"PREFER RIDE 5", "PREFER RUN 2", "PREFER SWIM 3"}},
		{"Mon off, Tue swim, Wed run", []string{"PREFER RUN 3", "PREFER SWIM 2", "REST 1"}},
		{"bench press on Monday", []string{"?"}},
		{"only have a kettlebell and a pull up bar", []string{"EQUIPMENT [KETTLEBELL,PULL_UP_BAR] all"}},
		{"training in hotel room without equipment", []string{"EQUIPMENT [] all"}},
		{"gym is closed", []string{"AVOID STRENGTH all"}},
		{"my race is cancelled", []string{"?"}},
		{"half marathon in 3 weeks", []string{"RACE RUN 21098m 21"}},
		{"10k race on December 12", []string{"RACE RUN 10000m 13"}},
		{"5k parkrun Sat", []string{"RACE RUN 6"}},
		{"I ran a marathon yesterday", []string{"RACE RUN 42195m -2"}},
		{"I did an ironman two weeks ago", []string{"RACE MULTI_SPORT -15"}},
		{"no long runs until after the 10th", []string{"AVOID LONG RUN 1-11"}},
		{"cross-training instead of running this week", []string{"?"}},
		{"walk instead of run", []string{"AVOID RUN all", "PREFER WALK all"}},
		{"please no early mornings", []string{"UNAVAILABLE 00:00-12:00 all"}},
		{"after work on Tuesday", []string{"UNAVAILABLE 00:00-17:00 2"}},
		{"run after 6pm on weekdays", []string{"PREFER RUN 18:00-24:00 1-5,8-12"}},
		{"no sessions after 8 pm", []string{"UNAVAILABLE 20:00-24:00 all"}},
		{"between 12 and 14 on Tuesday", []string{"?"}},
		{"start no earlier than 7", []string{"UNAVAILABLE 00:00-07:00 all"}},
		{"lunch runs on Tuesday and Thursday", []string{"PREFER RUN 11:30-14:00 2,4"}},
		{"am Dienstag und Donnerstag kann ich nicht", []string{"REST 2,4"}},
		{"ab Donnerstag im Urlaub", []string{"UNAVAILABLE 4-14"}},
		{"kein Training vor 8 Uhr", []string{"UNAVAILABLE 00:00-08:00 all"}},
		{"am Wochenende nur Radfahren", []string{"AVOID ROW 6-7", "AVOID RUN 6-7", "AVOID STRENGTH 6-7", "AVOID SWIM 6-7"}},
		{"Dienstags Yoga", []string{"PREFER MOBILITY 2,9"}},
		{"jeden zweiten Tag laufen", []string{"APART RUN all", "LIMIT RUN >=3/w all"}},
		{"bitte mehr Ruhetage", []string{"?"}},
		{"zwei Ruhetage pro Woche", []string{"REST_DAYS >=2/w all"}},
		{"langer Lauf auf Samstag verschieben", []string{"REQUIRE LONG RUN 6"}},
		{"verschiebe den langen Lauf von Sonntag auf Samstag", []string{"MOVE LONG RUN 7>6"}},
		{"tausche Lauf am Dienstag gegen Schwimmen", []string{"AVOID RUN 2", "REQUIRE SWIM 2"}},
		{"nicht am Montag", []string{"REST 1"}},
		{"statt laufen schwimmen am Mittwoch", []string{"AVOID RUN 3", "PREFER SWIM 3"}},
		{"Halbmarathon am 13. Dezember", []string{"RACE RUN 21098m 14"}},
		{"vom 5. bis 8. Dezember keine Zeit", []string{"UNAVAILABLE 6-9"}},
		{"kein Training vom 5. bis 8. Dezember", []string{"REST 6-9"}},
		{"höchstens 5 Stunden pro Woche", []string{"LIMIT 300min/w all"}},
		{"el martes no puedo", []string{"REST 2"}},
		{"los martes y jueves natación a las 19:00", []string{"REQUIRE SWIM 19:00-22:00 2,4,9,11"}},
		{"mueve la tirada larga del domingo al sábado", []string{"MOVE LONG RUN 7>6"}},
		{"no entrenar del 5 al 8 de diciembre", []string{"REST 6-9"}},
		{"tres carreras por semana", []string{"LIMIT RUN =3/w all"}},
		{"no quiero correr dos días seguidos", []string{"APART RUN all"}},
		{"solo puedo entrenar una hora", []string{"LIMIT 60min all"}},
		{"el sábado bici larga", []string{"PREFER LONG RIDE 6"}},
		{"10k el sábado", []string{"?"}},
		{"I want to run 5k tomorrow and swim on Wednesday", []string{"PREFER RUN 5000m 1", "PREFER SWIM 3"}},
		{"easy run on Monday, hard ride on Tuesday", []string{"PREFER EASY RUN 1", "PREFER HARD RIDE 2"}},
		{"no runs longer than 10 km", []string{"LIMIT RUN 10000m all"}}, {"give me a day off next week", []string{"REST_DAYS >=1 1-7"}}, {"nothing too crazy this week", []string{"?"}}, {"bin ab Freitag weg bis Sonntag", []string{"UNAVAILABLE 5-7"}}, {"3 in a row max then a day off", []string{"?", "LIMIT <=3/row all"}},
		{"runs no longer than an hour", []string{"LIMIT RUN 60min all"}},
		{"keep rides under 2 hours", []string{"LIMIT RIDE 120min all"}},
		{"bring my bike to the hotel Tue to Thu", []string{"EQUIPMENT [BIKE] 2-4"}},
		{"bring the long run forward to Friday", []string{"REQUIRE LONG RUN 5"}},
		{"no running in the morning", []string{"?"}},
		{"keep it short on Tuesday", []string{"LESS 2"}},
		{"max 2 hard sessions next week", []string{"LIMIT HARD <=2 1-7"}},
		{"two easy runs and one long run", []string{"?"}},
		{"one long run per week", []string{"LIMIT LONG RUN =1/w all"}},
		{"no long rides on weekdays", []string{"AVOID LONG RIDE 1-5,8-12"}},
		{"no running on consecutive days", []string{"APART RUN all"}},
		{"I can run on Monday and Wednesday", []string{"PREFER RUN 1,3"}},
		{"I can't swim", []string{"AVOID SWIM all"}},
		{"I cannot ride outdoors", []string{"NOTE RIDE"}},
		{"cycling only on the trainer", []string{"NOTE RIDE"}},
		{"no cycling outdoors", []string{"NOTE RIDE"}},
		{"indoor rides only", []string{"NOTE RIDE"}},
		{"swim at 6am on Tuesday", []string{"PREFER SWIM 06:00-22:00 2"}},
		{"run before breakfast", []string{"PREFER RUN 05:00-12:00 all"}},
		{"commute run home on Thursday evening", []string{"PREFER RUN 17:00-22:00 4"}},
		{"put the long run on Saturday morning", []string{"PREFER LONG RUN 05:00-12:00 6"}},
		{"do my long ride on Saturday at 10", []string{"PREFER LONG RIDE 10:00-22:00 6"}},
		{"not on Wednesday please", []string{"REST 3"}},
		{"wednesday is impossible", []string{"REST 3"}},
		{"I work late on Thursday", []string{"?"}},
		{"night shift Monday to Wednesday", []string{"UNAVAILABLE 00:00-12:00 1-3", "UNAVAILABLE 20:00-24:00 1-3"}},
		{"I'll be at a conference 2-4 December with a hotel gym", []string{"EQUIPMENT [GYM] 3-5"}},
		{"camping from Friday to Sunday, only running possible", []string{"AVOID RIDE 5-7", "AVOID ROW 5-7", "AVOID STRENGTH 5-7", "AVOID SWIM 5-7"}},
		{"I have no bike until Saturday", []string{"AVOID RIDE 1-5"}},
		{"I don't have access to a pool", []string{"AVOID SWIM all"}},
		{"no access to a gym", []string{"AVOID STRENGTH all"}},
		{"gym only on Tuesday", []string{"AVOID STRENGTH 1,3-8,10-14", "PREFER STRENGTH 2,9"}},
		{"pool only open on Monday and Friday", []string{"AVOID SWIM 2-4,6-7,9-11,13-14"}},
		{"lots of swimming please", []string{"MORE SWIM all"}},
		{"less strength more running", []string{"LESS STRENGTH all", "MORE RUN all"}},
		{"replace all runs with rides this week", []string{"AVOID RUN 1-7", "REQUIRE RIDE 1-7"}},
		{"replace running with cycling", []string{"AVOID RUN all", "REQUIRE RIDE all"}},
		{"switch Thursday's gym with a run", []string{"AVOID STRENGTH 4", "REQUIRE RUN 4"}},
		{"swap Monday and Tuesday", []string{"MOVE 1>2", "MOVE 2>1"}},
		{"move everything one day later", []string{"?"}},
		{"skip Friday's session", []string{"REST 5"}},
		{"skip leg day", []string{"SPARE LEGS all"}},
		{"drop the swim on Thursday", []string{"AVOID SWIM 4"}},
		{"cancel the long run", []string{"AVOID LONG RUN all"}},
		{"cut the long run short", []string{"?"}},
		{"shorten the long run", []string{"LESS LONG RUN all"}},
		{"long run max 90 minutes", []string{"LIMIT LONG RUN 90min all"}},
		{"long run 90 min on Sunday", []string{"PREFER LONG RUN 90min 7"}},
		{"at most one long run", []string{"LIMIT LONG RUN <=1/w all"}},
		{"hard days only on Tuesday and Saturday", []string{"AVOID HARD 1,3-5,7-8,10-12,14", "PREFER HARD 2,6,9,13"}},
		{"no hard workouts before Friday", []string{"AVOID HARD 1-4"}},
		{"rest the day after the long run", []string{"?"}},
		{"take Friday and Saturday off", []string{"REST 5-6"}},
		{"I want Friday and Saturday off", []string{"REST 5-6"}},
		{"I'd like a rest day on Thursday", []string{"REST 4"}},
		{"complete rest on the weekend", []string{"REST 6-7"}},
		{"day off tomorrow", []string{"REST 1"}},
		{"give me tomorrow off", []string{"REST 1"}},
		{"none on Sunday", []string{"?"}},
		{"I hate running", []string{"AVOID~ RUN all"}},
		{"I really enjoy cycling", []string{"PREFER RIDE all"}},
		{"Mobility every evening", []string{"PREFER MOBILITY 17:00-22:00 all"}},
		{"yoga twice a week", []string{"LIMIT MOBILITY =2/w all"}},
		{"15 minutes of mobility every day", []string{"PREFER MOBILITY 15min all"}},
		{"stretch daily", []string{"PREFER MOBILITY all"}},
		{"core work 3 times a week", []string{"?"}},
		{"pilates on Wednesdays", []string{"PREFER MOBILITY 3,10"}},
		{"parkrun every Saturday", []string{"RACE RUN 13", "RACE RUN 6"}},
		{"club ride every Sunday 8:30", []string{"REQUIRE RIDE 08:30-22:00 7,14"}},
		{"local 5k race on Sunday", []string{"RACE RUN 5000m 7"}},
		{"time trial on Sunday", []string{"RACE 7"}},
		{"hyrox race on 12 December", []string{"RACE MULTI_SPORT 13"}},
		{"hyrox on the 12th", []string{"RACE MULTI_SPORT 13"}},
		{"training for hyrox", []string{"?"}},
		{"triathlon on the 13th", []string{"RACE MULTI_SPORT 14"}},
		{"FTP test on Thursday", []string{"PREFER B-TEST RIDE 4"}},
		{"I have a marathon in May", []string{"RACE RUN 42195m 168"}},
		{"my long run is always on Sunday", []string{"REQUIRE LONG RUN 7,14"}},
		{"my longest run so far was 15 km", []string{"?"}},
		{"I ran 20 km last Sunday", []string{"?"}},
		{"I trained hard yesterday", []string{"?"}},
		{"legs are tired after yesterday's race", []string{"?"}},
		{"yesterday I raced 10k", []string{"RACE RUN 10000m -2"}},
		{"hungover, easy tomorrow", []string{"AVOID HARD 1"}},
		{"only 20 minutes on Wednesday", []string{"LIMIT 20min 3"}},
		{"20 minutes max on Wednesday and Thursday", []string{"LIMIT 20min 3-4"}},
		{"thirty minutes on Tuesday", []string{"LIMIT 30min 2"}},
		{"an hour each day", []string{"LIMIT 60min all"}},
		{"10 hours this week", []string{"LIMIT 600min/w 1-7"}},
		{"max 8h a week", []string{"LIMIT 480min/w all"}},
		{"under 6 hours next week", []string{"LIMIT 360min/w 1-7"}},
		{"between 5 and 7 hours a week", []string{"LIMIT 420min/w all", "LIMIT >=300min/w all"}},
		{"3 sessions next week", []string{"?"}},
		{"no more than three sessions in the first week", []string{"LIMIT <=3 1-7"}},
		{"just one session on Saturday", []string{"LIMIT <=1 6"}},
		{"only one hard session per week", []string{"LIMIT HARD <=1/w all"}},
		{"min 2 swims a week", []string{"LIMIT SWIM >=2/w all"}},
		{"run at least 3 times per week", []string{"LIMIT RUN >=3/w all"}},
		{"run 4x per week", []string{"LIMIT RUN =4/w all"}},
		{"4 runs", []string{"?"}},
		{"5 days a week", []string{"REST_DAYS =2/w all"}},
		{"train 5 days per week", []string{"REST_DAYS =2/w all"}},
		{"train every day", []string{"?"}},
		{"nothing before 8 and after 20", []string{"?"}},
		{"nothing before 9am on weekends", []string{"UNAVAILABLE 00:00-09:00 6-7,13-14"}},
		{"Montag und Mittwoch laufen", []string{"PREFER RUN 1,3"}},
		{"nur laufen", []string{"AVOID RIDE all", "AVOID ROW all", "AVOID STRENGTH all", "AVOID SWIM all"}},
		{"nur laufen und schwimmen", []string{"AVOID RIDE all", "AVOID ROW all", "AVOID STRENGTH all"}},
		{"am Montag nur 30 Minuten", []string{"LIMIT 30min 1"}},
		{"keine Zeit am Freitag", []string{"UNAVAILABLE 5"}},
		{"Freitag keine Zeit", []string{"UNAVAILABLE 5"}},
		{"Donnerstag bis Sonntag weg", []string{"UNAVAILABLE 4-7"}},
		{"dienstreise von Dienstag bis Donnerstag, nur Laufschuhe dabei", []string{"AVOID RIDE 2-4", "AVOID ROW 2-4", "AVOID STRENGTH 2-4", "AVOID SWIM 2-4"}},
		{"im Hotel mit Fitnessraum von Montag bis Mittwoch", []string{"EQUIPMENT [GYM] 1-3"}},
		{"bitte nicht laufen", []string{"AVOID RUN all"}},
		{"ich will nicht schwimmen", []string{"AVOID SWIM all"}},
		{"ich würde gerne am Samstag Rad fahren", []string{"PREFER RIDE 6"}},
		{"lange Ausfahrt am Sonntag", []string{"PREFER LONG RIDE 7"}},
		{"Ruhetag am Freitag", []string{"REST 5"}},
		{"maximal 3 Einheiten pro Woche", []string{"LIMIT <=3/w all"}},
		{"zweimal pro Woche Krafttraining", []string{"LIMIT STRENGTH =2/w all"}},
		{"mindestens zwei Mal schwimmen pro Woche", []string{"LIMIT SWIM >=2/w all"}},
		{"keine harten Einheiten diese Woche", []string{"AVOID HARD 1-7"}},
		{"lockerer Dauerlauf am Montag 40 Minuten", []string{"PREFER EASY RUN 40min 1"}},
		{"am Samstag um 9 Uhr Laufgruppe", []string{"?"}},
		{"ab 18 Uhr unter der Woche", []string{"UNAVAILABLE 00:00-18:00 1-5,8-12"}},
		{"nicht vor 7 Uhr", []string{"UNAVAILABLE 00:00-07:00 all"}},
		{"nach der Arbeit laufen am Dienstag", []string{"PREFER RUN 17:00-22:00 2"}},
		{"ich fahre bis Sonntag in den Urlaub", []string{"UNAVAILABLE 1-7"}},
		{"hasse Intervalle", []string{"AVOID~ HARD all"}},
		{"Schwimmbad geschlossen bis Donnerstag", []string{"AVOID SWIM 1-4"}},
		{"Mittwcoh kein Sport", []string{"REST 3"}},
		{"nächsten Mittwoch frei", []string{"REST 3"}},
		{"übermorgen frei", []string{"REST 2"}},
		{"morgen frei", []string{"REST 1"}},
		{"morgen laufen", []string{"PREFER RUN 1"}},
		{"heute nichts", []string{"?"}},
		{"mañana descanso", []string{"REST 1"}},
		{"no correr el miércoles", []string{"AVOID RUN 3"}},
		{"no puedo correr ni nadar el martes", []string{"AVOID RUN 2", "AVOID SWIM 2"}},
		{"quiero correr 10 km el viernes", []string{"PREFER RUN 10000m 5"}},
		{"tirada larga el sábado por la mañana", []string{"PREFER LONG RUN 05:00-12:00 6"}},
		{"máximo una hora entre semana", []string{"LIMIT 60min 1-5,8-12"}},
		{"solo 30 minutos el martes", []string{"LIMIT 30min 2"}},
		{"de lunes a miércoles en un hotel con gimnasio", []string{"EQUIPMENT [GYM] 1-3"}},
		{"de viaje hasta el jueves", []string{"UNAVAILABLE 1-4"}},
		{"no tengo bici hasta el sábado", []string{"AVOID RIDE 1-6"}},
		{"prefiero nadar que correr", []string{"AVOID RUN all", "PREFER SWIM all"}},
		{"cambiar la carrera del martes por bici", []string{"AVOID RUN 2", "REQUIRE RIDE 2"}},
		{"mover la tirada larga al sábado", []string{"REQUIRE LONG RUN 6"}},
		{"natación los lunes y miércoles", []string{"PREFER SWIM 1,3,8,10"}},
		{"yoga el miércoles por la tarde", []string{"PREFER MOBILITY 12:00-18:00 3"}},
		{"no me gusta nadar", []string{"AVOID~ SWIM all"}},
		{"más fuerza", []string{"MORE STRENGTH all"}},
		{"entrenar solo por la tarde", []string{"UNAVAILABLE 00:00-12:00 all", "UNAVAILABLE 18:00-24:00 all"}},
		{"no antes de las 7", []string{"UNAVAILABLE 00:00-07:00 all"}},
		{"descanso los domingos", []string{"REST 7,14"}},
		{"semana fácil", []string{"EASE 1-7"}},
		{"sin series esta semana", []string{"AVOID HARD 1-7"}},
		{"carrera de 10 km el domingo", []string{"PREFER RUN 10000m 7"}},
		{"media maratón el 13 de diciembre", []string{"RACE RUN 21098m 14"}},
		{"put saturdays long run on sunday", []string{"MOVE LONG RUN 6>7"}},
		{"do wednesdays ride on thursday instead", []string{"MOVE RIDE 3>4"}},
		{"kannst du den Lauf vom Montag am Mittwoch machen", []string{"MOVE RUN 1>3"}},
		{"haz la tirada del domingo el sábado", []string{"MOVE LONG RUN 7>6"}},
		{"pon la natación del lunes el miércoles", []string{"MOVE SWIM 1>3"}},
		{"no running until december", []string{"AVOID RUN 1"}},
		{"no lifting until february", []string{"AVOID STRENGTH all"}},
		{"kein laufen bis mitte dezember", []string{"AVOID RUN all"}},
		{"nada de series hasta mediados de diciembre", []string{"AVOID HARD all"}},
		{"cut my running volume a bit", []string{"LESS RUN all"}},
		{"drop my running volume", []string{"LESS RUN all"}},
		{"cut back my swim volume", []string{"LESS SWIM all"}},
		{"pool is booked solid on friday", []string{"AVOID SWIM 5"}},
		{"das Fitnessstudio ist ausgebucht", []string{"AVOID STRENGTH all"}},
		{"gym is fully booked on tuesday", []string{"AVOID STRENGTH 2"}},
		{"off to leeds on friday, back sunday", []string{"UNAVAILABLE 5-7"}},
		{"away from the 9th, back on the 12th", []string{"UNAVAILABLE 10-13"}},
		{"heading to york on tuesday, back thursday", []string{"UNAVAILABLE 2-4"}},
		{"back on the 12th, no training those days", []string{"?"}},
		{"two rides in week one and three in week two", []string{"LIMIT RIDE =2 1-7", "LIMIT RIDE =3 8-14"}},
		{"no more than 3 runs and dont go over 30k total per week", []string{"LIMIT RUN 30000m/w all", "LIMIT RUN <=3/w all"}},
		{"six hours this week, five the next", []string{"LIMIT 300min/w 8-14", "LIMIT 360min/w 1-7"}},
		{"two rest days a week, ideally monday and friday", []string{"REST 1,5,8,12", "REST_DAYS >=2/w all"}},
		{"one day off each week, preferably friday", []string{"REST 5,12", "REST_DAYS >=1/w all"}},
		{"zwei ruhetage pro woche, am liebsten montag und freitag", []string{"REST 1,5,8,12", "REST_DAYS >=2/w all"}},
		{"run tuesday, back at 5", []string{"?", "PREFER RUN 2"}},
		{"run to work on tues, home again at 5", []string{"?", "PREFER RUN 2"}},
		{"swim thursday morning, back at 9", []string{"?", "PREFER SWIM 05:00-12:00 4"}},
		{"10er am 12.12.", []string{"RACE RUN 10000m 13"}},
		{"Volkslauf 5er am 13.12.", []string{"RACE RUN 5000m 14"}},
		{"21er am 6.12.", []string{"RACE RUN 21098m 7"}},
		{"between 12 and 1 is my only window on thursdays", []string{"UNAVAILABLE 00:00-12:00 4,11", "UNAVAILABLE 13:00-24:00 4,11"}},
		{"my only window is between 12 and 1", []string{"UNAVAILABLE 00:00-12:00 all", "UNAVAILABLE 13:00-24:00 all"}},
		{"between 12 and 2 is all i've got on weekdays", []string{"UNAVAILABLE 00:00-12:00 1-5,8-12", "UNAVAILABLE 14:00-24:00 1-5,8-12"}},
		{"is cycling ok?", []string{"?"}},
		{"geht schwimmen?", []string{"?"}},
		{"eine Woche locker", []string{"EASE 1-7"}},
		{"two weeks easy", []string{"EASE all"}},
		{"club ride every sunday 8am sharp", []string{"REQUIRE RIDE 08:00-22:00 7,14"}},
		{"no hard days back 2 back", []string{"APART HARD all"}},
		{"my knee hurts, want to ease back in", []string{"?", "GATE HURT_KNEE"}},
		{"swap saturday and sunday", []string{"MOVE 6>7", "MOVE 7>6"}},
		{"do tuesdays session on wednesday", []string{"MOVE 2>3"}},
		{"double days ok", []string{"LIMIT <=2/d all"}},
	} {
		wishes, left := wish.Read(c.text, monday-1, monday, 14)
		if got := saidAll(wishes, left); !slices.Equal(got, c.want) {
			t.Errorf("%q\n  read %q\n  want %q\n  left %q", c.text, got, c.want, left)
		}
	}
}

func TestWeeksInTheMiddleOfThem(t *testing.T) {
	// said on Tuesday, for fourteen days from Wednesday
	for text, want := range map[string]string{
		"no running this week": "AVOID RUN 3-9", "rest next Monday": "REST 8", "swim on Tuesday": "PREFER SWIM 9", "no running next week": "AVOID RUN 8-14",
		"away Thu-Sun next week": "UNAVAILABLE 11-14", "no bike until next Wednesday": "AVOID RIDE 3-9", "easy week please": "EASE 3-9", "no running for a week": "AVOID RUN 3-9",
		"exam Wednesday and Thursday next week, only easy then": "AVOID HARD 10-11", "Prüfung Mittwoch und Donnerstag nächste Woche, da nur locker": "AVOID HARD 10-11",
		"examen el miércoles y el jueves de la próxima semana, solo suave": "AVOID HARD 10-11", "away Saturday and Monday next week": "UNAVAILABLE 6,8",
		"only 3 days next week": "REST_DAYS >=4 8-14", "nächste Woche nur 3 Tage": "REST_DAYS >=4 8-14", "Ruderergometer erst ab Montag": "AVOID ROW 3-7",
	} {
		u := wish.Understand(text, monday+1, monday+2, 14, false)
		if len(u.Wishes) != 1 || said(u.Wishes[0]) != want {
			t.Errorf("%q: %v, want %s", text, u.Wishes, want)
		}
		if asks := text == "no running this week" || text == "no bike until next Wednesday"; asks != (len(u.Questions) == 1) {
			t.Errorf("%q: %d questions", text, len(u.Questions))
		}
	}
}

// A question has the reading that was taken, and others, each as wishes that may be stated as data.
func TestQuestions(t *testing.T) {
	for text, want := range map[string][]string{
		"10 km on Friday":         {"PREFER RUN 10000m 5", "PREFER RIDE 10000m 5", "PREFER SWIM 10000m 5"},
		"4 runs":                  {"LIMIT RUN =4/w all", "LIMIT RUN =4 all"},
		"no running until Friday": {"AVOID RUN 1-4", "AVOID RUN 1-5"},
		"10k race on the 12th":    {"RACE RUN 10000m 13", "RACE RUN 10000m 13", "RACE RUN 10000m 13"},
		"give me two rest days":   {"REST_DAYS >=2/w all", "REST_DAYS >=2 all"},
		"I'm injured":             {"GATE HURT_FOOT", "GATE HURT_KNEE", "GATE HURT_BACK", "GATE HURT_SHOULDER"},
	} {
		u := wish.Understand(text, monday-1, monday, 14, false)
		if len(u.Questions) != 1 {
			t.Errorf("%q: %d questions", text, len(u.Questions))
			continue
		}
		var got []string
		for _, reading := range u.Questions[0].Readings {
			for _, w := range reading.Wishes {
				got = append(got, said(w))
				faults := training.InputError{}
				if w.Check(&faults, "", monday, 14); faults.Err() != nil {
					t.Errorf("%q: %v", text, faults.Err())
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q asks for one of %q", text, got)
		}
	}
}

// An easy week is of the days that there are, however few.
func TestAnEasyWeekOfADayIsWithoutHardSessions(t *testing.T) {
	u := wish.Understand("easy week", monday, monday, 1, false)
	if len(u.Wishes) != 1 || u.Wishes[0].Kind != wish.Avoid || !slices.Equal(u.Wishes[0].Dates, []training.Date{monday}) {
		t.Errorf("%+v", u.Wishes)
	}
}

func TestWishesStayInBoundsWhateverIsWritten(t *testing.T) {
	words := strings.Fields(`no running , and or ; . Monday until between the 6th 6 Dec 45 min 1h30 long ride easy hard only max rest race knee aches
		fever not 		can't this next week every 3 days 99999999999999999999 12/ /12 0 00:00 1:99 ‘’ – é 日本 İ swap with move from to twice per week dumbbells evening
		at before after 18:00 5 km last Sunday instead of more less big kein Lauf am Dienstag sin correr el lunes Mittwoch bis hasta then but`)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "gap"))
		if rapid.Bool().Draw(t, "anything") {
			text = rapid.String().Draw(t, "text")
		}
		days := rapid.IntRange(1, 28).Draw(t, "days")
		from := monday + training.Date(rapid.IntRange(0, 7).Draw(t, "from"))
		u := wish.Understand(text, monday, from, days, false)
		if len(u.Wishes) > 24 || len(u.NotUnderstood) > 12 || len(u.Questions) > 3 {
			t.Fatalf("%d wishes, %d left, %d questions", len(u.Wishes), len(u.NotUnderstood), len(u.Questions))
		}
		for _, w := range u.Wishes {
			faults := training.InputError{}
			w.Check(&faults, "", from, days)
			if err := faults.Err(); err != nil || len([]rune(w.Quote)) > 160 {
				t.Fatalf("%q: %+v: %v", text, w, err)
			}
		}
	})
}

func BenchmarkUnderstand(b *testing.B) {
	for b.Loop() {
		wish.Understand("no running this week, my knee aches; long ride Sunday; race on the 6th", monday-1, monday, 14, false)
	}
}

// A weekday that is today is the next one where today's hours are over; "today" stays today.
func TestAWeekdayThatIsOver(t *testing.T) {
	for text, want := range map[string][2]string{
		"a swim on Monday": {"PREFER SWIM 1", "PREFER SWIM 8"}, "a swim today": {"PREFER SWIM 1", "PREFER SWIM 1"}, "a swim on Tuesday": {"PREFER SWIM 2", "PREFER SWIM 2"},
		"no running on Mondays": {"AVOID RUN 1,8", "AVOID RUN 1,8"}, "Schwimmen am Montag": {"PREFER SWIM 1", "PREFER SWIM 8"}, "nadar el lunes": {"PREFER SWIM 1", "PREFER SWIM 8"},
	} {
		for i, over := range []bool{false, true} {
			u := wish.Understand(text, monday, monday, 14, over)
			if got := strings.Join(saidAll(u.Wishes, u.NotUnderstood), " ; "); got != want[i] {
				t.Errorf("%q, over %v: %q, want %q", text, over, got, want[i])
			}
		}
	}
	if u := wish.Understand("a swim on Monday", monday-1, monday, 14, true); saidAll(u.Wishes, nil)[0] != "PREFER SWIM 1" {
		t.Error("a plan that begins tomorrow has its first day")
	}
}

// A limit has one amount, which goes with its period.
func TestCheckOfLimits(t *testing.T) {
	all := []training.Date{monday, monday + 1, monday + 2}
	for _, c := range []struct {
		w     wish.Wish
		fault string
	}{
		{wish.Wish{Count: 2, Per: wish.InARow, Bound: wish.AtMost}, ""}, {wish.Wish{Count: 1, Per: wish.PerDay, Bound: wish.AtMost}, ""},
		{wish.Wish{Meters: 40_000, Per: wish.PerWeek, Bound: wish.AtMost, Sport: training.Run}, ""}, {wish.Wish{Meters: 18_000, Per: wish.PerDay, Bound: wish.AtMost, Sport: training.Run, Session: wish.Long}, ""},
		{wish.Wish{Meters: 40_000, Per: wish.PerWeek, Bound: wish.AtLeast, Sport: training.Ride}, ""},
		{wish.Wish{Count: 2, Per: wish.InARow, Bound: wish.Exactly}, "bound"}, {wish.Wish{Minutes: 60, Per: wish.InARow, Bound: wish.AtMost}, "per"}, {wish.Wish{Count: 1, Per: wish.PerDay, Bound: wish.AtLeast}, "bound"},
		{wish.Wish{Meters: 40_000, Per: wish.PerWeek, Bound: wish.AtMost}, "sport"}, {wish.Wish{Meters: 40_000, Per: wish.PerWeek, Bound: wish.AtMost, Sport: training.Strength}, "sport"},
		{wish.Wish{Meters: 40_000, Count: 2, Per: wish.PerWeek, Bound: wish.AtMost, Sport: training.Run}, "count"}, {wish.Wish{Meters: 50, Per: wish.PerDay, Bound: wish.AtMost, Sport: training.Run}, "meters"},
		{wish.Wish{Meters: 18_000, Per: wish.PerDay, Bound: wish.AtLeast, Sport: training.Run}, "bound"}, {wish.Wish{Per: wish.PerWeek, Bound: wish.AtMost}, "count"},
	} {
		var faults training.InputError
		c.w.Kind, c.w.Dates = wish.Limit, all
		c.w.Check(&faults, "", monday, 14)
		got := ""
		if len(faults.Fields) > 0 {
			got = faults.Fields[0].Path
		}
		if got != c.fault || len(faults.Fields) > 1 {
			t.Errorf("%+v: %v, want a fault of %q", c.w, faults.Fields, c.fault)
		}
	}
}

// A race of which the month alone is told is asked for its day, and every answer is a day of the month.
func TestARaceOfAMonthIsAskedForItsDay(t *testing.T) {
	u := wish.Understand("I have a marathon in May", monday-1, monday, 14, false)
	if len(u.Questions) != 1 || u.Questions[0].Taken != 2 || len(u.Questions[0].Readings) != 4 {
		t.Fatalf("%+v", u.Questions)
	}
	for _, r := range u.Questions[0].Readings {
		if day := r.Wishes[0].Dates[0]; day.Midnight().Month() != time.May || day.Weekday() != training.Sunday {
			t.Errorf("%s is %s", r.Says, day)
		}
	}
	if taken := u.Questions[0].Readings[2].Wishes[0].Dates[0]; taken != u.Wishes[0].Dates[0] || u.Wishes[0].Confidence >= 0.8 {
		t.Errorf("taken %s, read %+v", taken, u.Wishes)
	}
	if u := wish.Understand("I ran a marathon in May", monday-1, monday, 14, false); len(u.Wishes) > 0 {
		t.Errorf("what was run is read as %v", u.Wishes)
	}
}
