using Bimer.Blazor.Persistence.Search;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Cases;
using Bimer.Domain.Searching;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>What officers chose teaches the proposals of a desk; what is hidden teaches nothing (S15).</summary>
public sealed class TopicAdviserTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Recorded_petitions_teach_it_and_hidden_ones_do_not(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (unit, topic) = (office.Unit("Ankara Valiliği"), office.Topics().First(t => t.Code is "12.06"));
        for (var i = 0; i < TopicModel.FewestPetitions; i++)
        {
            await office.FileTextAsync(unit, "Kümesimize sansarlar dadandı, çare bulunsun.", topic: topic.Code);
            await office.FileTextAsync(unit, "Kanaryagil hanesinde olanları ihbar ediyorum.", hidden: true, topic: topic.Code);
        }

        await office.Services.GetRequiredService<SearchCatchUp>().RunAsync(CancellationToken.None);
        var adviser = ActivatorUtilities.CreateInstance<TopicAdviser>(office.Services);
        adviser.For("Kümese sansar girdi.").Should().NotContain(a => a.Topic == topic);

        await adviser.LearnAsync(CancellationToken.None);

        adviser.For("Kümese sansar girdi.")[0].Should().BeEquivalentTo(new AdvisedTopic(topic, ["Kümese", "sansar"]));
        adviser.For("Kanaryagil hanesinde neler oluyor?").SelectMany(a => a.Because).Should().BeEmpty("hidden petitions never feed it");
    }
}
