namespace Bimer.Domain.Cases;

/// <summary>Where a part that is given back goes (iade, S41).</summary>
public enum ReturnTarget
{
    /// <summary>gönderen: who sent it last.</summary>
    Sender = 1,

    /// <summary>sevk zincirinde bir üst: who had sent it to the sender.</summary>
    OneUp = 2,

    /// <summary>ortak üst kurum: the nearest unit above both who keep giving it back to each other.</summary>
    CommonSuperior = 3,
}

/// <summary>Why a part is given back (iade sebebi). Stored as numbers: never renumber.</summary>
public enum ReturnReason
{
    /// <summary>görev alanımıza girmiyor</summary>
    NotOurDuty = 1,

    /// <summary>başka bir birimi ilgilendiriyor</summary>
    AnotherUnit = 2,

    /// <summary>bilgi veya belge eksik</summary>
    Incomplete = 3,

    /// <summary>mükerrer, aynı konu işlemde</summary>
    Duplicate = 4,

    /// <summary>diğer</summary>
    Other = 9,
}
