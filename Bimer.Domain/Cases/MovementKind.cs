namespace Bimer.Domain.Cases;

/// <summary>What happened on a case, one word a line of its history (hareket, S29).</summary>
public enum MovementKind
{
    Filed = 1,
    CustodyTaken = 2,
    Forwarded = 3,
    ReplySubmitted = 4,
    ReplyReturned = 5,
    ReplyApproved = 6,
    RecipientExcluded = 7,
    Closed = 8,

    /// <summary>beklemeye alındı</summary>
    PutOnHold = 9,

    /// <summary>beklemeden çıkarıldı</summary>
    Resumed = 10,

    /// <summary>iade edildi</summary>
    Returned = 11,

    /// <summary>geri alındı</summary>
    Recalled = 12,

    IdentityHidden = 15,
    HidingUndone = 16,
    PartMoved = 17,
    ExclusionLifted = 18,

    /// <summary>Recorded at a desk by an officer, in whose custody it lies (S12–S15).</summary>
    Registered = 20,

    /// <summary>kimlik sonradan doğrulandı</summary>
    IdentityVerified = 29,

    /// <summary>kimlik nüfus kaydıyla uyuşmadı</summary>
    IdentityRefuted = 30,

    /// <summary>kimlik doğrulanamadı</summary>
    IdentityUnverifiable = 31,

    /// <summary>konu değiştirildi</summary>
    TopicsChanged = 34,

    /// <summary>tür değiştirildi</summary>
    KindChanged = 35,

    /// <summary>öncelik değiştirildi</summary>
    PriorityChanged = 36,

    /// <summary>bilgi alındı</summary>
    Acknowledged = 38,

    /// <summary>bilgi alındıdan vazgeçildi</summary>
    AcknowledgingUndone = 39,

    /// <summary>ek e-posta eklendi</summary>
    MailJoined = 70,
    /// <summary>süre uzatıldı</summary>
    TimeExtended = 74,

    /// <summary>ücret bildirildi</summary>
    FeeTold = 75,

    /// <summary>ödeme alındı</summary>
    FeePaid = 76,

    /// <summary>vazgeçmiş sayıldı</summary>
    DeemedWithdrawn = 77,

    DueMoved = 80,

    /// <summary>istenen bilgi ve belgeler düzenlendi</summary>
    ItemsChanged = 120,

    /// <summary>safahat bildirildi</summary>
    ProgressTold = 96,

    /// <summary>mektup postalandı</summary>
    LetterPosted = 97,

    /// <summary>postalandı bilgisi geri alındı</summary>
    PostingUndone = 98,

    /// <summary>cevabın beklediği SMS ile bildirildi</summary>
    ToldBySms = 110,

    /// <summary>mektup zarflama hizmetine verildi</summary>
    LetterLaid = 111,

    /// <summary>kayıt düzeltildi</summary>
    RecordCorrected = 105,

    /// <summary>belge eklendi</summary>
    PaperAdded = 106,

    /// <summary>gizli kimliğin iki yetkiliyle açılması istendi</summary>
    JointOpeningAsked = 130,

    /// <summary>iki yetkiliyle açmaya ikinci onay verildi</summary>
    JointOpeningAllowed = 131,

    /// <summary>gizli kimlik iki yetkiliyle açıldı</summary>
    OpenedJointly = 132,

    /// <summary>başka kuruma gönderildiğini bildiren yazı zarflama hizmetine verildi</summary>
    NoticeLaid = 133,

    /// <summary>başka kuruma gönderildiğini bildiren yazı postalandı</summary>
    NoticePosted = 134,

    /// <summary>o yazının postalandı bilgisi geri alındı</summary>
    NoticePostingUndone = 135,
}
