namespace Bimer.Domain.Cases;

/// <summary>Helpers that follow from the law, not from opinion.</summary>
public static class CaseKinds
{
    /// <summary>Information requests go under 4982, everything else under 3071.</summary>
    public static LegalBasis Basis(this CaseKind kind) =>
        kind == CaseKind.InformationRequest ? LegalBasis.InformationAct : LegalBasis.PetitionAct;

    /// <summary>Hiding and excluding exist for tip-offs and complaints only (S6, S38).</summary>
    public static bool AllowsConcealment(this CaseKind kind) => kind is CaseKind.TipOff or CaseKind.Complaint;
}
