package dossier

type schemas struct{}

func (textForm) schema(s *schemas) any        { return nil }
func (wordForm) schema(s *schemas) any        { return nil }
func (countForm) schema(s *schemas) any       { return nil }
func (flagForm) schema(s *schemas) any        { return nil }
func (measureForm) schema(s *schemas) any     { return nil }
func (idForm) schema(s *schemas) any          { return nil }
func (listForm) schema(s *schemas) any        { return nil }
func (structForm) schema(s *schemas) any      { return nil }
func (numberForm) schema(s *schemas) any      { return nil }
func (dayForm) schema(s *schemas) any         { return nil }
func (dateForm) schema(s *schemas) any        { return nil }
func (valueForm) schema(s *schemas) any       { return nil }
func (externalIDsForm) schema(s *schemas) any { return nil }
func (figureForm) schema(s *schemas) any      { return nil }
func (actorsForm) schema(s *schemas) any      { return nil }
func (locatorForm) schema(s *schemas) any     { return nil }
func (recordForm) schema(s *schemas) any      { return nil }
func (childForm) schema(s *schemas) any       { return nil }
func (answerForm) schema(s *schemas) any      { return nil }
func (additionForm) schema(s *schemas) any    { return nil }
func (fileSourceForm) schema(s *schemas) any  { return nil }
