using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Tests.Given;

/// <summary>A small branch of the tree and the people in it: a governorship with a health directorate, a ministry, the centre.</summary>
public static class People
{
    public static readonly DateOnly Monday = new(2026, 3, 2);

    public static readonly UnitId State = new(1);
    public static readonly UnitId Centre = new(2);
    public static readonly UnitId Ministry = new(3);
    public static readonly UnitId Governorship = new(4);
    public static readonly UnitId Health = new(5);
    public static readonly UnitId District = new(6);

    public static readonly Actor Selin = Officer(101, Centre);
    public static readonly Actor Ayse = Officer(102, Governorship);
    public static readonly Actor Mehmet = Officer(103, Governorship);
    public static readonly Actor Zeynep = Officer(104, Health);
    public static readonly Actor Kemal = With(105, new RoleOn(OfficerRole.Approver, Health));
    public static readonly Actor Nuray = With(106, new RoleOn(OfficerRole.Approver, Governorship));

    /// <summary>Writes and signs in the same unit: both roles in one person.</summary>
    public static readonly Actor Deniz = With(107, new RoleOn(OfficerRole.CaseOfficer, Health), new RoleOn(OfficerRole.Approver, Health));

    public static UnitLineage Lineage(UnitId unit) => new(unit, [unit, .. Above(unit)], TakesCases: unit != State);

    public static SigningAuthority Iyem(Actor holder, UnitId unit, DateOnly? from = null, DateOnly? until = null) =>
        new(holder.UserId, unit, "IYEM-" + holder.UserId.Value, from ?? new DateOnly(2025, 1, 1), until);

    private static Actor Officer(int id, UnitId unit) => With(id, new RoleOn(OfficerRole.CaseOfficer, unit));

    private static Actor With(int id, params RoleOn[] roles) => new(new UserId(id), roles, Monday);

    private static IEnumerable<UnitId> Above(UnitId unit) => unit switch
    {
        _ when unit == Health || unit == District => [Governorship, State],
        _ when unit == State => [],
        _ => [State],
    };
}
