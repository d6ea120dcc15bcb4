namespace Bimer.Domain.Cases;

/// <summary>What the citizen wants (başvuru türü). Stored as numbers: never renumber.</summary>
public enum CaseKind
{
    /// <summary>istek</summary>
    Request = 1,

    /// <summary>şikâyet</summary>
    Complaint = 2,

    /// <summary>ihbar</summary>
    TipOff = 3,

    /// <summary>görüş/öneri</summary>
    Opinion = 4,

    /// <summary>bilgi edinme</summary>
    InformationRequest = 5,

    /// <summary>teşekkür</summary>
    Thanks = 6,
}

/// <summary>The law a case is answered under; follows from the kind (başvuru tipi).</summary>
public enum LegalBasis
{
    /// <summary>3071 Dilekçe Hakkı Kanunu: thirty calendar days.</summary>
    PetitionAct = 1,

    /// <summary>4982 Bilgi Edinme Hakkı Kanunu: fifteen working days.</summary>
    InformationAct = 2,
}

/// <summary>How a case came in (başvuru yolu, S3).</summary>
public enum IntakeChannel
{
    Internet = 1,

    /// <summary>Alo 150</summary>
    Phone150 = 2,

    /// <summary>mektup</summary>
    Letter = 3,

    /// <summary>faks</summary>
    Fax = 4,

    /// <summary>e-posta</summary>
    Email = 5,

    /// <summary>şahsen</summary>
    InPerson = 6,

    /// <summary>e-Devlet</summary>
    EDevlet = 7,
}

/// <summary>Urgency, one scale everywhere (aciliyet, öncelik).</summary>
public enum Priority
{
    Normal = 1,

    /// <summary>ivedi</summary>
    Urgent = 2,

    /// <summary>çok ivedi</summary>
    VeryUrgent = 3,
}

/// <summary>Who applies (gerçek / tüzel kişi, S7).</summary>
public enum ApplicantKind
{
    NaturalPerson = 1,
    LegalEntity = 2,
}

/// <summary>Whether the applicant's identity may be opened at all (kimlik gizleme, S26, S33).</summary>
public enum IdentityConcealment
{
    /// <summary>Masked; the eye reveals it and the reveal is recorded.</summary>
    None = 0,

    /// <summary>Hidden by the applicant: nobody who reads the case can open it.</summary>
    ByApplicant = 1,

    /// <summary>Hidden by an officer: only that officer can open it.</summary>
    ByOfficer = 2,
}

/// <summary>What a unit is asked to do with a case (gereği / bilgi, S37).</summary>
public enum RoutingPurpose
{
    /// <summary>gereği: answer it.</summary>
    Action = 1,

    /// <summary>bilgi: know of it.</summary>
    Information = 2,
}

/// <summary>Where one leg of a case stands; the boxes are ranges over it. Ten and above have ended.</summary>
public enum RoutingState
{
    /// <summary>In the unit's shared inbox, opened by nobody (Kurum Kutusu).</summary>
    Waiting = 1,

    /// <summary>In somebody's custody (Gelen Kutum).</summary>
    Held = 2,

    /// <summary>In somebody's custody, waiting for something outside; the legal clock runs on (Beklemeye Aldıklarım, S35).</summary>
    OnHold = 3,

    /// <summary>The custodian's letter is before an approver (Onaya Gönderdiklerim).</summary>
    AwaitingApproval = 4,

    /// <summary>The approver sent the letter back with a note (Onaydan Dönenler).</summary>
    InRevision = 5,

    /// <summary>Came back to whoever had sent it on, in their custody again (İade Gelenler, S41).</summary>
    CameBack = 6,

    /// <summary>Ended: the signed answer left (Cevap Verdiklerim).</summary>
    Answered = 10,

    /// <summary>Ended: sent on (Sevk Ettiklerim).</summary>
    Forwarded = 11,

    /// <summary>Ended: given back, because it was not this unit's business (iade, S41).</summary>
    Returned = 12,

    /// <summary>Ended: taken back by its sender before anybody had read it (geri alındı, S40). It gives its unit no sight of the case.</summary>
    Recalled = 13,

    /// <summary>Ended: had come for information, was read and put away (bilgi alındı).</summary>
    Noted = 14,

    /// <summary>Ended: was sent on, and every recipient's part was taken back unread, so it went nowhere (sevki geri alındı, S40). It goes on in a part of its own.</summary>
    ForwardUndone = 15,

    /// <summary>Ended: a progress letter was signed (safahat bildirildi, 3071 m.7). The work goes on in a part of its own, with whoever had it.</summary>
    ProgressTold = 16,

    /// <summary>Ended: an interim letter was signed (ara yazı: süre uzatımı, ücret bildirimi, 4982 m.10–11). The work goes on in a part of its own, with whoever had it.</summary>
    NoticeTold = 17,
}
