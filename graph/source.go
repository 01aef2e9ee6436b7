package graph

// Source is a document or other medium: an article, a communiqué, a data set, a comment.
type Source struct {
	Header
	Title        string       `json:"title"`
	Kind         SourceKind   `json:"kind"`
	Publisher    ID           `json:"publisher,omitempty"`
	Authors      []ID         `json:"authors,omitempty"`
	Published    DateRange    `json:"published"`
	URL          URL          `json:"url,omitempty"`
	ArchiveURL   URL          `json:"archiveUrl,omitempty"`
	Language     Text         `json:"language,omitempty"`
	Reliability  Reliability  `json:"reliability"`
	Availability Availability `json:"availability"`
	Licence      Text         `json:"licence,omitempty"`
	DerivedFrom  []ID         `json:"derivedFrom,omitempty"`
	ExternalIDs  []ExternalID `json:"externalIds,omitempty"`
	Retraction   *Retraction  `json:"retraction,omitempty"`
}

// Normal fills in what follows. A reliability nobody judged is F: cannot be judged.
func (s *Source) Normal() {
	s.Published = s.Published.Normal()
	if s.Reliability == "" {
		s.Reliability = ReliabilityF
	}
	if s.Availability == "" {
		s.Availability = AvailabilityUnknown
	}
	s.Retraction.normal()
}

// Validate finds what a source lacks.
func (s *Source) Validate() error {
	if err := validateTitle(s.Title); err != nil {
		return err
	}
	if err := oneOf("kind", s.Kind, SourceKinds); err != nil {
		return err
	}
	if err := wantID("publisher", s.Publisher, false, actorKinds...); err != nil {
		return err
	}
	if err := wantIDs("authors", s.Authors, actorKinds...); err != nil {
		return err
	}
	if err := Under(s.Published.Validate(), "published"); err != nil {
		return err
	}
	if err := oneOf("reliability", s.Reliability, Reliabilities); err != nil {
		return err
	}
	if err := oneOf("availability", s.Availability, Availabilities); err != nil {
		return err
	}
	if err := wantIDs("derivedFrom", s.DerivedFrom, KindSource); err != nil {
		return err
	}
	if err := validateExternalIDs(s.ExternalIDs); err != nil {
		return err
	}
	return Under(s.Retraction.Validate(), "retraction")
}
