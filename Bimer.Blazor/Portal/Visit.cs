using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Portal;

/// <summary>A citizen's visit, opened from its seals.</summary>
public sealed class Visit
{
    internal Visit(FilingSession row, VisitIdentity identity, FilingDraft draft) => (Row, Identity, Draft) = (row, identity, draft);

    public VisitIdentity Identity { get; set; }

    public FilingDraft Draft { get; set; }

    public Guid Id => Row.Id;

    public bool IsVerified => Row.Stage == GateStage.Verified;

    public bool WasRefused => Row.Stage == GateStage.Refused;

    /// <summary>Came to look at cases; filing needs the gate with all its questions.</summary>
    public bool IsTracking => Row.Purpose == FilingPurpose.Tracking;

    /// <summary>Verified as a person by the register, not only as the holder of a case's phone.</summary>
    public bool MayFile => IsVerified && Row.AskedCase is null;

    public CaseId? FiledCase => Row.FiledCase;

    public CaseId? AskedCase => Row.AskedCase;

    internal FilingSession Row { get; }
}
