using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>A box full of petitions that differ in all a list can tell.</summary>
internal static class ManyCases
{
    /// <summary>Sixty petitions of every kind, way, place, urgency and age; every second one has a file.</summary>
    public static async Task<List<CaseFile>> FileManyAsync(this Office office, UnitId to)
    {
        var (now, filed, kinds) = (office.Clock.GetUtcNow(), new List<CaseFile>(), Enum.GetValues<CaseKind>());
        await using var db = await office.DbAsync();
        for (var i = 0; i < 60; i++)
        {
            var (kind, received) = (kinds[i % 6], People.Monday.AddDays(-i));
            var story = new ACase(office.Clock).Of(kind).To(to);
            var id = await office.Services.GetRequiredService<CaseNumbers>().NextAsync(now, CancellationToken.None);
            var caseFile = CaseFile.File((kind.AllowsConcealment() && i % 4 == 1 ? story.Hidden() : story).Filing() with
            {
                Id = id, Channel = (IntakeChannel)(1 + (i % 7)), Priority = (Priority)(1 + (i % 3)), Place = i % 5 == 0 ? null : i % 5 < 3 ? new Place(6, i % 5 == 1 ? "Çankaya" : null) : new Place(35, "Konak"),
                ReceivedOn = received, Deadline = StatutoryDeadline.Of(kind.Basis(), received, office.Services.GetRequiredService<WorkingCalendar>()),
            }, now).Value!;
            if (id.Value % 2 == 0) db.Add(new Attachment(new AttachmentId(Guid.CreateVersion7()), id, null, 1, new AttachmentFacts("Ek.pdf", "application/pdf", 1, [])));
            db.Add(caseFile);
            filed.Add(caseFile);
        }

        (await office.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(OfficeStories.NewCommand(), "test", null), CancellationToken.None)).Should().Be(CommitResult.Committed);
        return filed;
    }
}
