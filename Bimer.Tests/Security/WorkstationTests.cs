using Bimer.Blazor.Persistence;
using Bimer.Blazor.Security;
using Bimer.Blazor.Workspace.CaseDetail.Printing;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>The computer a paper was taken at: a mark nobody can write, and a name a coordinator gave it (S42).</summary>
public sealed class WorkstationTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private readonly HttpContextAccessor _contexts = new();
    private readonly Workstation _workstation;

    public WorkstationTests() => _workstation = new Workstation(_contexts, new EphemeralDataProtectionProvider());

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Fact]
    public void A_computer_keeps_its_mark_and_its_name_and_a_forged_cookie_is_another_computer()
    {
        Arrive(cookie: null);
        var first = _workstation.Here();
        Arrive(GivenCookie());
        _workstation.Name("Oda 312").Should().Be(first.Workstation);
        var named = GivenCookie();
        Arrive(named);
        var second = _workstation.Here();
        Arrive(named + "x");
        var forged = _workstation.Here();

        (second.Workstation, second.Device).Should().Be((first.Workstation, "Oda 312 · " + first.Device));
        forged.Workstation.Should().NotBe(first.Workstation);
        forged.Device.Should().Be(first.Device);
        new string('x', Workstation.LongestName).Length.Should().BeLessThanOrEqualTo(60 - first.Device.Length - 3, "name, browser and system fit into the record");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_coordinates_names_it_and_that_is_recorded_and_nobody_else_may(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var (clerk, coordinator) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.Coordinator, unit));
        Arrive(cookie: null);

        (await NameAsync(office, clerk, "Oda 312")).Should().Be((Outcome)new Refusal.NotFound());
        (await NameAsync(office, coordinator, "  ")).Should().Be((Outcome)new Refusal.TextMissing());
        (await NameAsync(office, coordinator, new string('x', 25))).Should().Be((Outcome)new Refusal.TextTooLong(25, Workstation.LongestName));
        (await NameAsync(office, coordinator, "Oda   312")).Should().Be(Outcome.Accepted);

        await using var db = await office.DbAsync();
        var entry = await db.AuditEntries.SingleAsync(a => a.Action == "workstation.named");
        (entry.Actor, entry.Unit).Should().Be((coordinator.UserId, unit));
        entry.Detail.Should().NotContain("312");
    }

    private Task<Outcome> NameAsync(Office office, Actor actor, string name) =>
        ActivatorUtilities.CreateInstance<NameWorkstationHandler>(office.Services, _workstation, new Office.Acts(actor)).HandleAsync(new NameWorkstation(OfficeStories.NewCommand(), name), CancellationToken.None);

    private void Arrive(string? cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.UserAgent = Firefox;
        if (cookie is not null) context.Request.Headers.Cookie = "bimer-bilgisayar=" + cookie;
        _contexts.HttpContext = context;
    }

    private string GivenCookie() => Uri.UnescapeDataString(_contexts.HttpContext!.Response.Headers.SetCookie.Last()!.Split(';')[0].Split('=', 2)[1]);
}
