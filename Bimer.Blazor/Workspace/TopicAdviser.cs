using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>A subtopic that may be meant, and why.</summary>
public sealed record AdvisedTopic(TopicChoice Topic, IReadOnlyList<string> Because);

/// <summary>
/// Proposes subtopics wherever they are chosen. What officers chose before teaches it, from time to time and within this process; a case whose applicant is
/// hidden or that is kept from a unit never does, and of the others no single one can be read out of it.
/// </summary>
public sealed class TopicAdviser(TopicDirectory topics, IDbContextFactory<BimerDbContext> dbFactory)
{
    /// <summary>The newest are enough, and it stays a matter of a second.</summary>
    public const int MostPetitions = 20_000;

    private readonly Lazy<TopicModel> _untaught = new(() => TopicModel.Of(topics.All, []));
    private volatile TopicModel? _taught;

    public IReadOnlyList<AdvisedTopic> For(string text) =>
        [.. (_taught ?? _untaught.Value).Suggest(text).Select(s => topics.Find(s.Code) is { } topic ? new AdvisedTopic(topic, s.Because) : null).OfType<AdvisedTopic>()];

    /// <summary>What a petition seems to be about beyond what it is said to be about already; nothing of one that is not read.</summary>
    public IReadOnlyList<AdvisedTopic> Beyond(string? text, IReadOnlyList<TopicChoice> known) => text is null ? [] : [.. For(text).Where(advised => !known.Contains(advised.Topic))];

    public async Task LearnAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var chosen = await (from topic in db.CaseTopics
                            join about in db.Cases on topic.CaseId equals about.Id
                            join said in db.CaseWords on topic.CaseId equals said.CaseId
                            where about.Concealment == IdentityConcealment.None && !about.HasExclusions
                            orderby topic.CaseId descending
                            select new { topic.CaseId, topic.Code, said.Words }).AsNoTracking().Take(MostPetitions).ToListAsync(ct);
        _taught = TopicModel.Of(topics.All, chosen.GroupBy(c => c.CaseId).Select(c => new TaughtPetition([.. c.Select(t => t.Code)], c.First().Words)));
    }
}
