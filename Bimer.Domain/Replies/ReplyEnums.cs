namespace Bimer.Domain.Replies;

/// <summary>Where a letter stands. Stored as numbers: never renumber.</summary>
public enum ReplyStatus
{
    /// <summary>Before the approvers (Onay Bekleyenler).</summary>
    AwaitingApproval = 1,

    /// <summary>Back with its writer, with a note (Onaydan Dönenler).</summary>
    ReturnedForRevision = 2,

    /// <summary>Signed; cannot change any more.</summary>
    Approved = 3,
}

/// <summary>How a petition under 3071 was answered, set by the approver (S51).</summary>
public enum ReplyVerdict
{
    /// <summary>olumlu</summary>
    Favourable = 1,

    /// <summary>olumsuz</summary>
    Unfavourable = 2,

    /// <summary>tasnif dışı</summary>
    Unclassified = 3,
}

/// <summary>How an information request under 4982 was decided, set by the approver (S54).</summary>
public enum DisclosureDecision
{
    /// <summary>kabul</summary>
    Granted = 1,

    /// <summary>ret</summary>
    Refused = 2,

    /// <summary>kısmen kabul</summary>
    PartlyGranted = 3,
}
