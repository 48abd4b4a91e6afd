package auth

// Account is what logging in needs to know of a user.
type Account struct {
	ID           UserID
	Role         Role
	Email        string // normalised
	PasswordHash string // a PHC string
}
