using System.Diagnostics;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Blazor.Persistence;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases.Holidays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Bench;

/// <summary>
/// A holiday is added over as many open cases as asked for, all of them within its reach: how long until the last has followed, and how long
/// a page of a box takes meanwhile. The cases are those of <c>seed</c>, opened again and received within the weeks before.
/// </summary>
internal static class HolidayBench
{
    private static readonly DateOnly First = new(2026, 2, 11), Holiday = new(2026, 3, 3);

    public static async Task RunAsync(BenchOptions options)
    {
        await using var office = await SeededOffice.OpenAsync(options);
        await ReopenAsync(office);
        await SeededOffice.TidyAsync(office, options.Db);
        var (manager, officer) = (await office.ManagerAsync(), await office.PersonAsync(50));
        var watch = Stopwatch.StartNew();
        var preview = (await office.PreviewAsync(manager, Holiday, HolidayKind.FullDay)).Value!;
        Console.WriteLine($"{options.Db}: preview over {preview.Total:N0} open cases, {preview.Moving:N0} would move: {watch.Elapsed.TotalSeconds:0.0} s");
        if (!(await office.RuleAsync(manager, Holiday, HolidayKind.FullDay)).IsAccepted) throw new InvalidOperationException("The day was refused.");

        watch.Restart();
        var following = Task.Run(office.FollowAsync);
        var (pages, commits, box) = (new Figures("page of a box meanwhile"), new Figures("commit of somebody else meanwhile"), office.For<UnitInboxQuery>(officer));
        var others = CommitAsync(office, following, commits);
        var unit = officer.Roles[0].Unit;
        while (!following.IsCompleted) await pages.TakeAsync(() => box.ReadAsync(unit, new BoxSlice(), CancellationToken.None));
        await following;
        var took = watch.Elapsed;
        await others;
        await using var db = await office.DbAsync();
        var moved = await db.RuledHolidays.Select(h => h.Moved).SingleAsync();
        Console.WriteLine($"{options.Db}: {moved:N0} cases moved in {took.TotalSeconds:0.0} s, {moved / took.TotalSeconds:N0} a second");
        Console.WriteLine("  " + pages);
        Console.WriteLine("  " + commits);
    }

    /// <summary>Ten times a second somebody writes a row: what whoever opens or forwards a case waits for.</summary>
    private static async Task CommitAsync(Office office, Task following, Figures commits)
    {
        using var tenth = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!following.IsCompleted && await tenth.WaitForNextTickAsync())
        {
            await commits.TakeAsync(async () =>
            {
                await using var db = await office.DbAsync();
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.Database.ExecuteSqlAsync($"UPDATE units SET name = name WHERE id = (SELECT MIN(id) FROM units)");
                await transaction.CommitAsync();
                return true;
            });
        }
    }

    /// <summary>
    /// All of them information requests that are open with one part each, received one after the other on twenty days whose fifteen working days go over the holiday. Where the
    /// seed sent a case to another institution it arrived there on the day after, and has a second clock.
    /// </summary>
    private static async Task ReopenAsync(Office office)
    {
        var calendar = office.Services.GetRequiredService<WorkingCalendar>();
        await using var db = await office.DbAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var ids = await db.Cases.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
        for (var i = 0; i < 20; i++)
        {
            var (first, last, received) = (ids[i * ids.Count / 20], ids[((i + 1) * ids.Count / 20) - 1], First.AddDays(i));
            var terms = DeadlineTerms.Received(LegalBasis.InformationAct, received);
            await CountAsync(db, (first.Value, last.Value), StatutoryDeadline.Of(terms, calendar), onlyAway: false);
            await CountAsync(db, (first.Value, last.Value), StatutoryDeadline.Of(terms.Arriving(received.AddDays(1), calendar.Rules), calendar), onlyAway: true);
        }

        await db.Database.ExecuteSqlAsync($"UPDATE case_routings SET ended_at = NULL WHERE id IN (SELECT MAX(id) FROM case_routings GROUP BY case_id)");
        Console.WriteLine($"  {await db.Cases.CountAsync(c => c.Ledger!.StartsWith(DeadlineLedger.OfTwoClocks)):N0} of them with a second clock");
    }

    private static async Task CountAsync(BimerDbContext db, (long First, long Last) range, StatutoryDeadline due, bool onlyAway)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE cases SET closed_at = NULL, basis = {(int)LegalBasis.InformationAct}, received_on = {due.Terms.ReceivedOn}, due_on = {due.DueOn}, due_ends_at = {due.EndsAt.UtcTicks}, ledger = {due.Ledger},
                legal_due_on = {(due.LegalDueOn == due.DueOn ? null : due.LegalDueOn)}
            WHERE id BETWEEN {range.First} AND {range.Last} AND ({!onlyAway} OR id IN (SELECT case_id FROM case_routings WHERE case_id BETWEEN {range.First} AND {range.Last} AND arrived_on IS NOT NULL))
            """);
        if (due.Terms.ArrivedOn is { } arrived)
            await db.Database.ExecuteSqlAsync($"UPDATE case_routings SET arrived_on = {arrived} WHERE case_id BETWEEN {range.First} AND {range.Last} AND arrived_on IS NOT NULL");
    }
}
