using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>The citizen's own words, apart from the case so that a box never drags them along (başvuru metni).</summary>
public sealed class Petition
{
    private Petition() { }

    internal Petition(CaseId caseId, PetitionText text)
    {
        CaseId = caseId;
        Text = text.Value;
    }

    public CaseId CaseId { get; private set; }

    public string Text { get; private set; } = "";
}
