using Bimer.Blazor.Persistence;
using Bimer.Blazor.Portal;
using Bimer.Blazor.Portal.Filing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>What a person confirmed is what is filed, files included, whatever happens at the same instant (A2).</summary>
public sealed class FinalPostTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_that_came_or_went_since_the_page_was_drawn_stops_the_post(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (citizen, view) = await WrittenAsync(office);
        var without = await citizen.ShownAsync(view);
        var file = await AddAsync(office, view.Visit);
        var with = await citizen.ShownAsync(view);
        var proof = await citizen.ProofAsync(view.Visit);

        (await citizen.SendAsync(view, proof: proof, shown: without)).Should().BeOfType<FilingAnswer.ChangedMeanwhile>();
        await office.Services.GetRequiredService<DraftFileBook>().RemoveAsync(view.Visit, file, CancellationToken.None);
        (await citizen.SendAsync(view, proof: proof, shown: with)).Should().BeOfType<FilingAnswer.ChangedMeanwhile>();

        (await citizen.SendAsync(view, proof: proof, shown: without)).Should().BeOfType<FilingAnswer.Filed>("it is again what was shown");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_changes_in_the_instant_of_the_post_is_not_filed(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (citizen, view) = await WrittenAsync(office);
        var shown = await citizen.ShownAsync(view);
        var recorder = Recorder(office, () => citizen.WriteAsync(draft => draft with { Text = "Başka bir sekmede değişti" }));

        var recorded = await RecordAsync(citizen, recorder, shown, office);

        recorded.Refusal.Should().BeOfType<Refusal.DraftChanged>("the first round lost the race, the second asks anew");
        await using var db = await office.DbAsync();
        (await db.Cases.CountAsync()).Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_file_taken_away_in_the_instant_of_the_post_is_not_filed_without(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (citizen, view) = await WrittenAsync(office);
        var file = await AddAsync(office, view.Visit);
        var shown = await citizen.ShownAsync(view);
        var recorder = Recorder(office, () => office.Services.GetRequiredService<DraftFileBook>().RemoveAsync(view.Visit, file, CancellationToken.None));

        (await RecordAsync(citizen, recorder, shown, office)).Refusal.Should().BeOfType<Refusal.DraftChanged>();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_second_of_two_clicks_on_a_petition_with_a_file_is_told_the_number_of_the_first(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (citizen, view) = await WrittenAsync(office);
        await AddAsync(office, view.Visit);
        var (proof, shown) = (await citizen.ProofAsync(view.Visit), await citizen.ShownAsync(view));
        FilingAnswer? first = null;

        var second = await citizen.AskAsync<IServiceProvider, FilingAnswer>(async request =>
        {
            await request.GetRequiredService<VisitDoor>().VisitAsync(CancellationToken.None);   // it has found nothing filed when the first files
            first = await ElsewhereAsync(() => citizen.SendAsync(view, proof: proof, shown: shown));
            return await request.GetRequiredService<FileApplicationHandler>().HandleAsync(new FileApplication(true, proof, null, shown), CancellationToken.None);
        });

        second.Should().BeOfType<FilingAnswer.Filed>().Which.Number.Should().Be(((FilingAnswer.Filed)first!).Number);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_twelve_files_sent_at_once_a_petition_takes_ten(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (_, view) = await WrittenAsync(office);
        var book = office.Services.GetRequiredService<DraftFileBook>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            using var content = new MemoryStream(Documents.Pdf);
            return await book.AddAsync(view.Visit, $"ek{i}.pdf", content, CancellationToken.None);
        }));

        outcomes.Count(o => o.IsAccepted).Should().Be(10);
        outcomes.Where(o => !o.IsAccepted).Select(o => o.Refusal).Should().AllBeOfType<Refusal.TooManyAttachments>();
        (await book.ListAsync(view.Visit, CancellationToken.None)).Should().HaveCount(10);
        office.StoredFiles().Should().HaveCount(10, "what was refused leaves nothing behind");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_leaves_takes_the_visit_along_and_a_stolen_cookie_is_worth_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (citizen, view) = await WrittenAsync(office);
        var stolen = await citizen.AskAsync<VisitDoor, string>(door => Task.FromResult(door.Token!));

        await citizen.AskAsync<VisitDoor, bool>(async door =>
        {
            await door.LeaveAsync(CancellationToken.None);
            return true;
        });

        (await citizen.ReadAsync()).Should().BeNull();
        (await office.Services.GetRequiredService<VisitBook>().FindAsync(stolen, CancellationToken.None)).Should().BeNull();
    }

    /// <summary>A request of its own: it must not take the place of the one that is going on.</summary>
    private static Task<T> ElsewhereAsync<T>(Func<Task<T>> act)
    {
        using (ExecutionContext.SuppressFlow()) return Task.Run(act);
    }

    private static async Task<(Citizen Citizen, FilingView View)> WrittenAsync(Office office)
    {
        var citizen = new Citizen(office);
        (await citizen.PassAsync()).Should().Be(GateAnswer.Passed);
        return (citizen, (await citizen.WriteWholeAsync())!);
    }

    private static PetitionRecorder Recorder(Office office, Func<Task> meanwhile) => ActivatorUtilities.CreateInstance<PetitionRecorder>(
        office.Services, new MeanwhileDb(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>(), meanwhile));

    private static Task<Outcome<CaseNumber>> RecordAsync(Citizen citizen, PetitionRecorder recorder, string shown, Office office) =>
        citizen.AskAsync<VisitDoor, Outcome<CaseNumber>>(
            door => recorder.RecordAsync(door.Token!, shown, office.Clock.GetUtcNow(), CancellationToken.None));

    private static async Task<Guid> AddAsync(Office office, Guid visit)
    {
        var book = office.Services.GetRequiredService<DraftFileBook>();
        using var content = new MemoryStream(Documents.Pdf);
        (await book.AddAsync(visit, "tapu.pdf", content, CancellationToken.None)).Refusal.Should().BeNull();
        return (await book.ListAsync(visit, CancellationToken.None))[^1].Id;
    }
}
