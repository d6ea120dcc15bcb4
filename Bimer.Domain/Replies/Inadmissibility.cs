using System.Collections.Frozen;
using Bimer.Domain.Cases;

namespace Bimer.Domain.Replies;

/// <summary>A ground of the law on which a petition is not examined (işleme alınmama sebebi, S47).</summary>
/// <param name="Code">Never changes; the words may.</param>
/// <param name="Law">The number of the law, or the name of the regulation: "3071", "4982", <see cref="Regulation"/>.</param>
/// <param name="Article">As the law counts: "m.6/a".</param>
/// <param name="Text">In our own short words.</param>
public sealed record InadmissibilityReason(string Code, string Law, string Article, string Text)
{
    /// <summary>The CİMER regulation (RG 4.6.2022): stands beside 3071, not beside 4982, which has grounds of its own.</summary>
    public const string Regulation = "CIMER-2022";

    /// <summary>Longest reason as it is kept with a letter, in UTF-16 units.</summary>
    public const int LongestKept = 400;

    private const string Prosecutor = "SAVCILIK";
    private const char Between = '|';

    /// <summary>The law under which a case is not examined for this reason.</summary>
    public LegalBasis Basis => string.Equals(Law, "4982", StringComparison.Ordinal) ? LegalBasis.InformationAct : LegalBasis.PetitionAct;

    /// <summary>Whoever reported a crime is told where to (5271 m.158): every tip-off that is not examined, and what belongs to the prosecutor whatever its kind.</summary>
    public bool PointsToProsecutor(CaseKind kind) => kind == CaseKind.TipOff || string.Equals(Code, Prosecutor, StringComparison.Ordinal);

    /// <summary>Reads what <see cref="ToString"/> wrote; none where it is not of that form.</summary>
    public static InadmissibilityReason? Parse(string? kept) =>
        kept?.Split(Between, 4) is [var code, var law, var article, var text] ? new(code, law, article, text) : null;

    /// <summary>As it is kept with the letter and its movements, words included: a later correction of the list changes no letter that was signed.</summary>
    public override string ToString() => string.Join(Between, Code, Law, Article, Text);
}

/// <summary>Why a petition is not examined: a reason of the law, and what it means in this case (işleme alınmayacak, S47).</summary>
/// <param name="Ground">The writer's own words (gerekçe): 3071 m.7 and 4982 m.12 ask for a reasoned answer.</param>
public sealed record Inadmissibility(InadmissibilityReason Reason, string Ground)
{
    /// <summary>Longest ground, in UTF-16 units.</summary>
    public const int LongestGround = 2_000;

    /// <summary>The words of a letter belong into no log.</summary>
    public override string ToString() => Reason.Code;
}

/// <summary>Every reason the laws know (işleme alınmama sebepleri).</summary>
public sealed class InadmissibilityReasons
{
    private readonly FrozenDictionary<string, InadmissibilityReason> _byCode;

    private readonly IReadOnlyDictionary<string, string> _wordings;

    /// <summary>Reasons in the order of their laws, with what may be written for them, by code.</summary>
    public InadmissibilityReasons(IEnumerable<InadmissibilityReason> reasons, IReadOnlyDictionary<string, string> wordings)
    {
        _wordings = wordings;
        All = [.. reasons];
        _byCode = All.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
    }

    /// <summary>In the order of the laws.</summary>
    public IReadOnlyList<InadmissibilityReason> All { get; }

    /// <summary>Those a case under this law can be turned away for.</summary>
    public IReadOnlyList<InadmissibilityReason> Of(LegalBasis basis) => [.. All.Where(r => r.Basis == basis)];

    /// <summary>What may be written as the ground, with places in braces to fill (matbu yazı); empty where there is nothing.</summary>
    public string WordingOf(string code) => _wordings.GetValueOrDefault(code, "");

    /// <summary>The reason of this code, where a case under this law can be turned away for it.</summary>
    public InadmissibilityReason? Find(string? code, LegalBasis basis) =>
        code is not null && _byCode.GetValueOrDefault(code) is { } found && found.Basis == basis ? found : null;
}
