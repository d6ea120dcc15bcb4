using System.Threading.Channels;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>
/// Writes many cases for measurements (<c>seed --cases N</c>): lived through the domain like every other, written without change
/// tracking. One thread tells the next batch while another writes the last.
/// </summary>
public sealed class BulkSeeding(BulkWriter writer, BulkStaffing staffing, CaseNumbers numbers, IdentityVault vault, WorkingCalendar calendar)
{
    private const int Batch = 4_000;

    /// <param name="plan">How many, until when.</param>
    /// <param name="told">Called with how many cases are in, after each batch.</param>
    public async Task RunAsync(BulkPlan plan, Action<int> told, CancellationToken ct)
    {
        var today = IstanbulTime.LegalDay(plan.Until);
        var staff = await staffing.HireAsync(plan, today, ct);
        var plot = new BulkPlot(plan, staff.Boxes);
        var story = new BulkStory(plan, plot, staff, calendar);
        var ids = await NumberAsync(plan, plot, ct);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var batches = Channel.CreateBounded<BulkRows>(1);
        var telling = Task.Run(() => TellAsync(ids, story, new BulkPeople(plan.Seed, today), batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await writer.WriteAsync(batches.Reader.ReadAllAsync(ct), plan.Cases, told, ct);
        }
        finally
        {
            await stop.CancelAsync();
            await telling;
        }
    }

    /// <summary>One run of serials a year, rising with the moment of filing.</summary>
    private async Task<List<CaseId>> NumberAsync(BulkPlan plan, BulkPlot plot, CancellationToken ct)
    {
        var ids = new List<CaseId>(plan.Cases);
        foreach (var year in Enumerable.Range(0, plan.Cases).GroupBy(index => IstanbulTime.LegalDay(plot.FiledAt(index)).Year))
        {
            var first = await numbers.TakeAsync(year.Key, year.Count(), ct);
            ids.AddRange(year.Select((_, place) => CaseNumber.Of(year.Key, (int)first + place).CaseId));
        }

        return ids;
    }

    /// <summary>Ends by completing the channel, with the fault if there was one: the reader is who hears of it.</summary>
    private async Task TellAsync(List<CaseId> ids, BulkStory story, BulkPeople people, ChannelWriter<BulkRows> batches, CancellationToken ct)
    {
        try
        {
            for (var start = 0; start < ids.Count; start += Batch)
            {
                var rows = writer.NewRows();
                for (var index = start; index < Math.Min(start + Batch, ids.Count); index++) Tell(index, ids[index], story, people, rows);
                await batches.WriteAsync(rows, ct);
            }

            batches.Complete();
        }
        catch (Exception fault)
        {
            batches.TryComplete(fault);
        }
    }

    private void Tell(int index, CaseId id, BulkStory story, BulkPeople people, BulkRows rows)
    {
        var identity = people.Identity(index);
        var applicant = new ApplicantRef(Guid.CreateVersion7(story.FiledAt(index)));
        var life = story.Tell(index, id, people.Material(index), applicant, identity);
        var lookups = life.Case.Concealment == IdentityConcealment.None ? vault.LookupsOf(id, identity) : [];
        rows.Add(life, vault.Seal(applicant, identity, life.Case.FiledAt), lookups);
    }
}
