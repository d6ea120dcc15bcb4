namespace Bimer.Domain.Organisation;

/// <summary>The five roles of S61, each held on one unit between dates. Stored as numbers: never renumber.</summary>
public enum OfficerRole
{
    /// <summary>Records, holds, forwards and answers cases of one unit (BİMER Kullanıcısı).</summary>
    CaseOfficer = 1,

    /// <summary>Watches the cases of a unit and everything below it (Koordinatör).</summary>
    Coordinator = 2,

    /// <summary>Coordinates a whole ministry, governorship or independent body (Genel Koordinatör).</summary>
    GeneralCoordinator = 3,

    /// <summary>Signs the answers of a unit; needs a valid İYEM record at the moment of approval (Cevap-Onay Yetkilisi).</summary>
    Approver = 4,

    /// <summary>The manager responsible for all BİMER work of a ministry, governorship or independent body (Yönetici).</summary>
    Executive = 5,
}

/// <summary>What follows from a role alone.</summary>
public static class OfficerRoles
{
    /// <summary>True for those who coordinate or manage: theirs is the unit and everything below it.</summary>
    public static bool ReachesBelow(this OfficerRole role) => role is OfficerRole.Coordinator or OfficerRole.GeneralCoordinator or OfficerRole.Executive;
}
