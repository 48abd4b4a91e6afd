package training

// Station is one of the stations of a HYROX race.
type Station string

// The stations, in the order in which they are raced.
const (
	StationSkiErg           Station = "SKI_ERG"
	StationSledPush         Station = "SLED_PUSH"
	StationSledPull         Station = "SLED_PULL"
	StationBurpeeBroadJumps Station = "BURPEE_BROAD_JUMPS"
	StationRowing           Station = "ROWING"
	StationFarmersCarry     Station = "FARMERS_CARRY"
	StationSandbagLunges    Station = "SANDBAG_LUNGES"
	StationWallBalls        Station = "WALL_BALLS"
)

// Stations lists all eight.
var Stations = []Station{
	StationSkiErg, StationSledPush, StationSledPull, StationBurpeeBroadJumps, StationRowing, StationFarmersCarry, StationSandbagLunges,
	StationWallBalls,
}
