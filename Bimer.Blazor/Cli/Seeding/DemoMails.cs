using System.Text;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Lays made-up mails into the demo's mailboxes, where the intake finds them as it would find real ones.</summary>
public sealed class DemoMails(UnitDirectory units, DataFolder data)
{
    /// <param name="now">The mails came in the hours before.</param>
    public async Task DeliverAsync(DateTimeOffset now, CancellationToken ct)
    {
        var governorship = units.All.First(unit => unit is { Kind: UnitKind.Governorship, Plate: 6 });
        (Unit To, int Mail, int HoursAgo)[] post = [(units.Centre, 1, 30), (units.Centre, 2, 5), (units.Centre, 3, 2), (governorship, 4, 26)];
        foreach (var (to, mail, hours) in post) await DeliverAsync(to, FormattableString.Invariant($"demo-mail-{mail}.eml"), now.AddHours(-hours), ct);
    }

    private async Task DeliverAsync(Unit to, string mail, DateTimeOffset at, CancellationToken ct)
    {
        var box = Path.Combine(data.SimulatedMailboxes, to.Code.Value, "new");
        Directory.CreateDirectory(box);
        using var written = FactFiles.Open(mail);
        var file = Path.Combine(box, mail);
        await File.WriteAllTextAsync(file, await written.ReadToEndAsync(ct), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), ct);
        File.SetLastWriteTimeUtc(file, at.UtcDateTime);
    }
}
