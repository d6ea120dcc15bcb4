using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>A year has so many numbers and no more.</summary>
public sealed class LastNumberTests
{
    [Fact]
    public async Task After_the_last_number_of_a_year_none_of_the_next_year_is_given()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (numbers, now) = (office.Services.GetRequiredService<CaseNumbers>(), office.Clock.GetUtcNow());
        await numbers.TakeAsync(now.Year, CaseNumber.LastSerial - 1, CancellationToken.None);

        (await numbers.NextAsync(now, CancellationToken.None)).Should().Be(CaseNumber.Of(now.Year, CaseNumber.LastSerial).CaseId);
        var beyond = () => numbers.NextAsync(now, CancellationToken.None);

        await beyond.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }
}
