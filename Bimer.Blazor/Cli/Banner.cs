using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Organisation;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary>What the console says once the house is open: the address and, in Development, who can sign in and where messages lie.</summary>
public sealed class Banner(UnitDirectory units, DataFolder folder, IStringLocalizer<CliWords> words)
{
    public async Task ShowAsync(string address, bool demo, TextWriter console)
    {
        await console.WriteLineAsync();
        await console.WriteLineAsync(words["Open", address]);
        if (!demo) return;
        await console.WriteLineAsync(words["Accounts", DemoStaff.Password]);
        foreach (var officer in DemoOfficers.Shipped.Listed)
        {
            await console.WriteLineAsync($"  {officer.NationalId}  {officer.FullName,-22} {RolesOf(officer),-34} {units.NameOf(officer.Unit)}");
        }

        await console.WriteLineAsync(words["Messages", address + "/gelistirme/iletiler", folder.Captured]);
        await console.WriteLineAsync(words["Synthetic"]);
    }

    private string RolesOf(DemoOfficer officer) => string.Join(", ", officer.Roles.Select(Word));

    private string Word(OfficerRole role) => words["Role." + role];
}
