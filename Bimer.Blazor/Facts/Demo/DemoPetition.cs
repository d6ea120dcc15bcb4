using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>One petition of the demo: everything needed to file it, and what becomes of it.</summary>
public sealed record DemoPetition
{
    /// <summary>Place in the story, from 1; petitions come in the order they were filed.</summary>
    public required int Number { get; init; }

    public required DemoPerson Person { get; init; }

    public required CaseKind Kind { get; init; }

    public required IntakeChannel Channel { get; init; }

    public required Priority Priority { get; init; }

    /// <summary>At most 6,000 characters.</summary>
    public required string Text { get; init; }

    public required SubjectFact Subject { get; init; }

    /// <summary>The district the petition is about.</summary>
    public required DistrictFact Place { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Day 0 of the legal clock, in Istanbul: for letters, faxes and e-mail up to four days before it was recorded.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>«Kimlik bilgilerim gizlensin»; tip-offs and complaints only.</summary>
    public required bool WantsConcealment { get; init; }

    /// <summary>Whose inbox it goes to; where an officer recorded it, that officer's unit.</summary>
    public required UnitId AddressedTo { get; init; }

    /// <summary>The officer at the desk, who holds custody from the start; null where the citizen filed on the internet.</summary>
    public required DemoOfficer? RecordedBy { get; init; }

    /// <summary>The code of the reason it is not processed for, where it is not.</summary>
    public required string? InadmissibilityReason { get; init; }

    public required DemoFate Fate { get; init; }
}
