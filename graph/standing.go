package graph

// ClaimStanding is where a claim stands, aspect by aspect and overall (rules 8 to 16).
type ClaimStanding struct {
	Overall Standing         `json:"overall"`
	Aspects []AspectStanding `json:"aspects,omitempty"`
}

// Disputed tells whether somebody denies the claim or a part of it (rule 14).
func (s ClaimStanding) Disputed() bool {
	return s.Overall == Denied || s.Overall == Contested || s.Overall == PartlyDisputed
}

// AspectStanding is where one aspect stands (rules 10 to 12). The lists are
// ids: actors by name then id, responses in their default order.
type AspectStanding struct {
	Aspect      Aspect    `json:"aspect"`
	Standing    Standing  `json:"standing"`
	Certainty   Certainty `json:"certainty"`
	Named       Standing  `json:"named"` // what the responses that name the aspect give alone (rule 11)
	ConfirmedBy []ID      `json:"confirmedBy,omitempty"`
	DeniedBy    []ID      `json:"deniedBy,omitempty"`
	DoubtedBy   []ID      `json:"doubtedBy,omitempty"`
	Responses   []ID      `json:"responses,omitempty"`
}
