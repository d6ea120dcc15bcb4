using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>With whose eyes.</summary>
public abstract record GlanceEyes
{
    /// <summary>Any officer of a unit.</summary>
    public sealed record UnitOfficer(UnitId Unit) : GlanceEyes;

    /// <summary>One colleague, with all their roles.</summary>
    public sealed record Person(UserId Id) : GlanceEyes;

    /// <summary>The applicant, on the citizens' side.</summary>
    public sealed record Citizen : GlanceEyes;
}

/// <summary>What is about to be done with the part in one's hands.</summary>
public abstract record GlanceAct
{
    /// <summary>Nothing: as it stands now.</summary>
    public sealed record AsItIs : GlanceAct;

    /// <summary>Başvuran Bilgilerini Gizle.</summary>
    public sealed record Hide : GlanceAct;

    /// <summary>What the room that asks would do, by the code it does it with.</summary>
    public sealed record Whatever(Func<CaseFile, Acting, CancellationToken, ValueTask<Outcome>> Do) : GlanceAct;
}

/// <summary>What somebody else would see ("Ne görecekler?"): never a name, never a word the asker has not before them.</summary>
/// <param name="Now">As it would lie before them.</param>
/// <param name="Opened">After they took it into their custody; none where they cannot.</param>
/// <param name="Paths">Each way in which a case is found, and whether it leads them there.</param>
/// <param name="Citizen">The page the applicant reads; none for staff.</param>
public sealed record Glance(GlanceSight? Now, GlanceSight? Opened, IReadOnlyList<GlancePath> Paths, OwnCaseDetail? Citizen)
{
    /// <summary>What would be sent to the applicant because of the act; nothing of what others are shown.</summary>
    public IReadOnlyList<GlanceMail> Mails { get; init; } = [];

    public bool SeesNothing => Now is null && Citizen is null;
}

/// <summary>A mail as it would leave, but for the name it greets.</summary>
/// <param name="At">When it leaves, unless the act is taken back before.</param>
public sealed record GlanceMail(ComposedLetter Letter, DateTimeOffset At);

/// <param name="Identity">None on an envelope.</param>
/// <param name="Text">The petition; none on an envelope.</param>
public sealed record GlanceSight(CaseStand Stand, GlanceIdentity? Identity, string? Text, int Files, int Letters, int Movements)
{
    /// <summary>Codes of what it is about; none on an envelope.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The day by which the part is wanted (iç süre), on the envelope too; none for none.</summary>
    public DateOnly? WantedBy { get; init; }
}

/// <summary>How a case is read for somebody, by the very page they would read it on; the room of that page brings it.</summary>
/// <returns>None where there is no such case for them.</returns>
public delegate Task<GlanceSight?> SightReader(BimerDbContext db, CaseId id, Actor viewer, CancellationToken ct);

/// <summary>What they see of the applicant.</summary>
public enum GlanceIdentity
{
    /// <summary>Stars, and the eye.</summary>
    Masked,

    /// <summary>Stars without the eye.</summary>
    Stars,

    /// <summary>Gizlenmiş, and the eye: they hid it.</summary>
    HiddenOwn,

    /// <summary>Gizlenmiş.</summary>
    Hidden,
}

/// <param name="Word">Its name in the words of this screen.</param>
public sealed record GlancePath(string Word, bool Leads);

/// <summary>A colleague to ask for.</summary>
public sealed record GlancePerson(UserId Id, string Name, IReadOnlyList<OfficerRole> Roles);

/// <summary>A unit to ask for.</summary>
public sealed record GlanceUnit(UnitId Id, string Name);
