namespace Bimer.Domain.Cases;

/// <summary>Where a received mail stands. Stored as numbers: never renumber.</summary>
public enum MailState
{
    /// <summary>Nobody has decided; it may lie on a desk.</summary>
    Waiting = 1,

    /// <summary>It has become a case.</summary>
    Registered = 2,

    /// <summary>It is no petition (ayrıldı); it can be taken back.</summary>
    SetAside = 3,
}

/// <summary>Why a mail was set aside. Stored as numbers: never renumber.</summary>
public enum SetAsideReason
{
    /// <summary>İstenmeyen e-posta.</summary>
    Spam = 1,

    /// <summary>Başvuru değil.</summary>
    NotAPetition = 2,

    /// <summary>Aynı başvuru daha önce kaydedilmiş.</summary>
    AlreadyRecorded = 3,

    /// <summary>Otomatik yanıt ya da teslim bildirimi.</summary>
    Automatic = 4,
}
