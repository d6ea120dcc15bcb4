using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Facts;

/// <summary>A subtopic (alt konu) under its topic (konu); the default owner is a hint for routing, in the words of the source.</summary>
public sealed record SubjectFact(string TopicCode, string Topic, string Code, string Name, string DefaultOwner);

/// <summary>Words people use for a subtopic beside its name, parted by blanks.</summary>
public sealed record TopicWordsFact(string Code, string Words);

/// <summary>A public holiday of law 2429. Two can fall on one day.</summary>
public sealed record HolidayFact(DateOnly Date, string Name, HolidayKind Kind, string LegalBasis, string Certainty);

/// <summary>Why a petition is not processed or a request refused (işleme alınmayacak, ret), with its article.</summary>
/// <param name="Law">3071, 4982, or CIMER-2022, which is later than the period and therefore a set to switch on.</param>
/// <param name="NeedsGround">The answer must carry a written ground of its own.</param>
/// <param name="Note">What the source adds to that, e.g. that the reason makes a forward and not a refusal.</param>
public sealed record InadmissibilityReasonFact(string Law, string Article, string Code, string Reason, bool NeedsGround, string Note)
{
    /// <summary>Not what the source calls a forward (red değil) or a granting answer: "hayır (kabul cevabı)", "hayır (kısmen)".</summary>
    public bool TurnsAway => !Note.StartsWith("red değil", StringComparison.Ordinal) && !Note.StartsWith("hayır (", StringComparison.Ordinal);
}

/// <summary>A ministry of 2016–2018 and what became of it.</summary>
public sealed record MinistryFact(int Id, string Name, string Successor);

/// <summary>The root, the centre or an independent body.</summary>
/// <param name="RegisterName">The name in the register's list, where it differs or is known.</param>
/// <param name="SubjectOwner">The name among the owners of the subjects, where it differs.</param>
public sealed record InstitutionFact(int Id, UnitKind Kind, string Name, string? RegisterName, string? SubjectOwner);

/// <summary>A directorate every province has, and the ministry it works for.</summary>
public sealed record DirectorateFact(int Number, string Key, string Name, string Ministry);

/// <summary>A real DETSİS number from a public source.</summary>
/// <param name="PeriodName">The ministry of 2016–2018 that held it, for ministries.</param>
public sealed record DetsisFact(DetsisCode Code, string NameNow, string? PeriodName, string Source);

/// <summary>A representative (temsilî) service of the catalogue (hizmet envanteri).</summary>
/// <param name="Directorate">The key of the directorate whose list this is; null for every other kind of unit.</param>
public sealed record CatalogueFact(UnitKind UnitKind, string? Directorate, string Code, string Name);

/// <summary>A figure read in a public page: the shape of demo data and a load target, not an official statistic.</summary>
public sealed record VolumeFact(string System, string Period, string Measure, string Value, string Source);
