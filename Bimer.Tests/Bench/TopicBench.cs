using Bimer.Blazor.Facts;
using Bimer.Blazor.Facts.Demo;
using Bimer.Domain.Cases;
using Bimer.Domain.Searching;

namespace Bimer.Tests.Bench;

/// <summary>
/// How often the subtopic of a demo petition is the first proposed and among the three: from the list's names alone, with the words kept beside
/// them, and once the petitions of the first half of the time taught it. Of each figure also how often nothing was proposed.
/// </summary>
internal static class TopicBench
{
    public static Task RunAsync(BenchOptions options)
    {
        var petitions = DemoStory.Petitions(20_261_122, new DateOnly(2026, 11, 22), options.Cases).Where(p => p.Subject.Code is not "34.01").ToList();
        var (earlier, later) = (petitions.Take(petitions.Count / 2), petitions.Skip(petitions.Count / 2).ToList());
        TopicChoice[] names = [.. FactBook.Shipped.Subjects.Select(s => new TopicChoice(s.Code, s.Topic, s.Name))];
        TopicChoice[] words = [.. FactBook.Shipped.Subjects.Select(s => new TopicChoice(s.Code, s.Topic, s.Name) { Words = FactBook.Shipped.TopicWords[s.Code] })];
        var taught = earlier.Select(p => new TaughtPetition([p.Subject.Code], p.Text)).ToList();
        Console.WriteLine($"{later.Count:N0} petitions of {later.Select(p => p.Subject.Code).Distinct(StringComparer.Ordinal).Count()} subtopics");
        Measure("names", TopicModel.Of(names, []), later);
        Measure("names and words", TopicModel.Of(words, []), later);
        Measure($"names, taught by {taught.Count:N0}", TopicModel.Of(names, taught), later);
        Measure($"names and words, taught by {taught.Count:N0}", TopicModel.Of(words, taught), later);
        foreach (var code in later.Select(p => p.Subject.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Measure($"  without {code} among the teachers", TopicModel.Of(words, taught.Where(t => !t.Codes.Contains(code, StringComparer.Ordinal))), [.. later.Where(p => string.Equals(p.Subject.Code, code, StringComparison.Ordinal))]);
        return Task.CompletedTask;
    }

    private static void Measure(string how, TopicModel model, List<DemoPetition> petitions)
    {
        var places = petitions.ConvertAll(p => model.Suggest(p.Text).Select(s => s.Code).ToList());
        var first = petitions.Zip(places).Count(x => string.Equals(x.Second.FirstOrDefault(), x.First.Subject.Code, StringComparison.Ordinal));
        var among = petitions.Zip(places).Count(x => x.Second.Contains(x.First.Subject.Code, StringComparer.Ordinal));
        Console.WriteLine($"{how}: first {(double)first / petitions.Count:P0}, among the three {(double)among / petitions.Count:P0}, nothing {(double)places.Count(p => p.Count == 0) / petitions.Count:P0}");
    }
}
