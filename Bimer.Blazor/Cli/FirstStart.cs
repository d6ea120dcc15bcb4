using Bimer.Blazor.Cli.Seeding;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Cli;

/// <summary>In Development an empty database becomes the demo, with a line that shows how far it is. Elsewhere nothing is seeded.</summary>
public sealed class FirstStart(Founding founding, DemoStaff staff, DemoSeed seed, DemoMails mails, IStringLocalizer<CliWords> words)
{
    /// <returns>False when there was something in the database already.</returns>
    public async Task<bool> FillAsync(DateTimeOffset now, TextWriter console, CancellationToken ct)
    {
        if (await founding.LayTreeAsync(ct) == 0 && await staff.IsHiredAsync(ct)) return false;
        await seed.RunAsync(IstanbulTime.LegalDay(now), DemoSeed.Petitions, done => Show(console, done), ct);
        await console.WriteLineAsync();
        await mails.DeliverAsync(now, ct);
        // Last: the accounts are the mark that the demo is whole, so that an interrupted first start is gone on with.
        await staff.HireAsync(ct);
        return true;
    }

    private void Show(TextWriter console, int done)
    {
        // On a terminal one line that counts up; in a file or a pipe a line each thousand.
        if (!Console.IsOutputRedirected) console.Write('\r' + words["Seeding", done, DemoSeed.Petitions]);
        else if (done % 1_000 == 0) console.WriteLine(words["Seeding", done, DemoSeed.Petitions]);
    }
}
