using System.Diagnostics;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
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
        var (pages, box) = (new Figures("page of a box meanwhile"), office.For<UnitInboxQuery>(officer));
        var unit = officer.Roles[0].Unit;
        while (!following.IsCompleted) await pages.TakeAsync(() => box.ReadAsync(unit, new BoxSlice(), CancellationToken.None));
        await following;
        await using var db = await office.DbAsync();
        var moved = await db.RuledHolidays.Select(h => h.Moved).SingleAsync();
        Console.WriteLine($"{options.Db}: {moved:N0} cases moved in {watch.Elapsed.TotalSeconds:0.0} s, {moved / watch.Elapsed.TotalSeconds:N0} a second");
        Console.WriteLine("  " + pages);
    }

    /// <summary>All of them information requests that are open with one part each, received one after the other on twenty days whose fifteen working days go over the holiday.</summary>
    private static async Task ReopenAsync(Office office)
    {
        var calendar = office.Services.GetRequiredService<WorkingCalendar>();
        await using var db = await office.DbAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        for (var i = 0; i < 20; i++)
        {
            var received = First.AddDays(i);
            var due = StatutoryDeadline.Of(LegalBasis.InformationAct, received, calendar);
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE cases SET closed_at = NULL, basis = {(int)LegalBasis.InformationAct}, received_on = {received}, due_on = {due.DueOn}, due_ends_at = {due.EndsAt.UtcTicks}, ledger = {due.Ledger}
                WHERE id IN (SELECT id FROM (SELECT id, NTILE(20) OVER (ORDER BY id) AS part FROM cases) AS parts WHERE part = {i + 1})
                """);
        }

        await db.Database.ExecuteSqlAsync($"UPDATE case_routings SET ended_at = NULL WHERE id IN (SELECT MAX(id) FROM case_routings GROUP BY case_id)");
    }
}
