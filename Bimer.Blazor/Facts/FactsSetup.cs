using Bimer.Blazor.Facts.Demo;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bimer.Blazor.Facts;

/// <summary>Hands the shipped facts to the rooms in the domain's own words, so that no room reads a data file.</summary>
public static class FactsSetup
{
    public static IServiceCollection AddFacts(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => new WorkingCalendar(new HolidayTable(FactBook.Shipped.Holidays.Select(HolidayOf)), RulesOf(configuration)));
        services.TryAddSingleton(_ => new PlaceDirectory(PlacesOf(FactBook.Shipped)));
        services.TryAddSingleton(_ => new TopicDirectory(TopicsOf(FactBook.Shipped)));
        services.TryAddSingleton(_ => new InadmissibilityReasons(ReasonsOf(FactBook.Shipped, configuration), FactBook.Shipped.InadmissibilityWordings));
        services.TryAddSingleton<Func<NationalId, RegisteredPerson?>>(_ => DemoPopulation.Shipped.InTheRegister);
        return services;
    }

    private static CalendarRules RulesOf(IConfiguration configuration) => configuration.GetSection("Bimer:Calendar").Get<CalendarRules>() ?? new CalendarRules();

    private static Holiday HolidayOf(HolidayFact fact) => new(fact.Date, fact.Name, fact.Kind, fact.LegalBasis);

    // What makes a forward, or an answer that grants, is in the list for its law and is no reason to turn anybody away.
    private static IEnumerable<InadmissibilityReason> ReasonsOf(FactBook book, IConfiguration configuration)
    {
        var withRegulation = configuration.GetValue("Bimer:Inadmissibility:Regulation", defaultValue: true);
        return book.InadmissibilityReasons.Where(r => r.TurnsAway && (withRegulation || !string.Equals(r.Law, InadmissibilityReason.Regulation, StringComparison.Ordinal)))
            .Select(r => new InadmissibilityReason(r.Code, r.Law, r.Article, r.Reason));
    }

    private static IEnumerable<Topic> TopicsOf(FactBook book) =>
        book.Subjects.GroupBy(s => (s.TopicCode, s.Topic)).Select(topic => new Topic(topic.Key.TopicCode, topic.Key.Topic, [.. topic.Select(s => new Subtopic(s.Code, s.Name) { Words = book.TopicWords[s.Code] })]));

    private static IEnumerable<Province> PlacesOf(FactBook book)
    {
        var districts = book.Districts.ToLookup(d => d.Plate, d => d.Name, StringComparer.Ordinal);
        return book.Provinces
            .Select(p => new Province(p.Number, p.Name, [.. districts[p.Plate].OrderBy(name => name, StringComparer.Create(TurkishCulture.Info, ignoreCase: false))]))
            .OrderBy(p => p.Name, StringComparer.Create(TurkishCulture.Info, ignoreCase: false));
    }
}
