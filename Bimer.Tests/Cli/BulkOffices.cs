using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Security;
using Bimer.Blazor.Security.Passwords;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Cli;

/// <summary>A small measurement's worth of cases, written once on each database.</summary>
public sealed class BulkOffices : IAsyncLifetime
{
    private readonly Dictionary<Kind, Office> _offices = [];

    public static BulkPlan Plan(Office office) => new(Cases: 300, office.Clock.GetUtcNow()) { Boxes = [5, 20], Hidden = 0.1, Excluding = 0.2 };

    public Office this[Kind kind] => _offices[kind];

    public static T Make<T>(IServiceProvider services, params object[] more) => ActivatorUtilities.CreateInstance<T>(services, more);

    public static BulkSeeding Seeding(IServiceProvider services) =>
        Make<BulkSeeding>(services, Make<BulkWriter>(services), Staffing(services), ACalendar.Shipped);

    private static BulkStaffing Staffing(IServiceProvider services)
    {
        var passwords = Make<PasswordHasher>(services);
        return Make<BulkStaffing>(services, Make<OfficerRegistry>(services, passwords), passwords);
    }

    public async Task InitializeAsync()
    {
        foreach (var kind in Enum.GetValues<Kind>())
        {
            var office = _offices[kind] = await Office.OpenAsync(kind);
            await Seeding(office.Services).RunAsync(Plan(office), _ => { }, CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var office in _offices.Values) await office.DisposeAsync();
    }
}
