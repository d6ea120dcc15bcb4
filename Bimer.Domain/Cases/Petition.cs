using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>The citizen's own words, apart from the case so that a box never drags them along (başvuru metni).</summary>
public sealed class Petition
{
    private Petition() { }

    internal Petition(CaseId caseId, PetitionText text, string? markup, string? items)
    {
        CaseId = caseId;
        (Text, Markup, Items) = (text.Value, markup, items);
    }

    public CaseId CaseId { get; private set; }

    /// <summary>Plain: what lists, the search and mails say.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same with its marking (biçimli metin), HTML cleaned when it was written and again on every way to a screen; none where nothing is marked.</summary>
    public string? Markup { get; private set; }

    /// <summary>What was asked for as it was listed when it came in (istenen bilgi ve belgeler), see <see cref="RequestedItems"/>; it never changes.</summary>
    public string? Items { get; private set; }
}
