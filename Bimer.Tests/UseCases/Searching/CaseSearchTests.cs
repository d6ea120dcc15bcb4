using Bimer.Blazor.Workspace.Searching;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Searching;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Searching;

/// <summary>The search over text, topic, number, answer and names of files (S24), alike on both databases.</summary>
public sealed class CaseSearchTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    private static readonly (string Typed, string Text)[] _pairs =
    [
        ("ısparta", "ISPARTA yolunda çukur var."), ("ISPARTA", "Isparta merkezde ısparta gülü."), ("isparta", "Isparta’dan yazıyorum."),
        ("istanbul", "İSTANBUL’da su akmıyor."), ("İSTANBUL", "istanbul boğazında gürültü."), ("diyarbakir", "Diyarbakır’daki okulun çatısı."),
        ("şikâyet", "Sikayet ettim, cevap gelmedi."), ("sikayet", "ŞİKÂYETİM var."), ("ığdır", "IĞDIR otogarı kapalı."), ("cop", "Çöpler toplanmıyor."),
        ("ÇÖP", "çop konteyneri yok."), ("lamba", "Sokak lambaları yanmıyor."), ("hastanesinin", "Devlet hastanesi kalabalık."), ("kâğıt", "Kağıt fabrikası kokuyor."),
    ];

    [Theory, MemberData(nameof(Both))]
    public async Task Turkish_words_are_found_however_they_are_written(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var filed = new List<CaseId>();
        foreach (var (_, text) in _pairs) filed.Add((await office.HoldTextAsync(officer, unit, text)).Id);

        foreach (var ((typed, text), id) in _pairs.Zip(filed)) (await office.FindAsync(officer, typed)).Should().Contain(id, $"{typed} is looked for in: {text}");
        (await office.FindAsync(officer, "ısparta gülü")).Should().Equal([filed[1]], "every word must be found");
        (await office.FindAsync(officer, "olmayan kelime")).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Number_topic_file_and_answer_are_found_and_the_place_is_told(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var (officer, approver) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.Approver, unit));
        var topic = office.Topics()[5];
        var caseFile = await office.HoldTextAsync(officer, unit, "Başvurumun gereğini arz ederim.", topic: topic.Code, files: "makbuz-örneği.pdf");
        await office.HoldTextAsync(officer, unit, "Bambaşka bir iş.");
        var routing = caseFile.Routings[0].Id;
        (await office.FindAsync(officer, "armatür")).Should().BeEmpty("nothing is answered yet");
        await office.AnswerAsync(officer, routing, new(approver.UserId, unit));
        (await office.FindAsync(officer, "armatür")).Should().BeEmpty("a letter nobody signed is no answer");
        (await office.DecideAsync(approver, routing, approve: true)).Should().Be(Outcome.Accepted);

        foreach (var (typed, where) in new[] { (new CaseNumber(caseFile.Id).ToString(), SearchField.Number), (topic.Name, SearchField.Topic), ("makbuz", SearchField.File), ("armatur degistirilmistir", SearchField.Answer) })
        {
            var row = (await office.SearchAsync(officer, typed)).Rows.Should().ContainSingle($"of {typed}").Which;
            (row.Hit.Id, row.Where).Should().Be((caseFile.Id, where));
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_newest_or_the_best_stands_first_and_the_rest_follows(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var best = (await office.HoldTextAsync(officer, unit, "Köprü yıkıldı. Köprü yeniden yapılsın, köprü olmadan geçilmiyor.")).Id;
        var words = (await office.HoldTextAsync(officer, unit, "Mahallemizde pek çok sorun var; anlatmakla bitmez, bir tanesi de şu eski köprünün hâlidir, gereğini arz ederim.")).Id;
        var newest = (await office.HoldTextAsync(officer, unit, "Yolun sonundaki köprülerin bakımı.")).Id;

        (await office.FindAsync(officer, "köprü")).Should().Equal(newest, words, best);
        (await office.FindAsync(officer, "köprü", SearchOrder.Best)).Should().HaveCount(3).And.StartWith(best);
        var page = await office.SearchAsync(officer, "köprü", take: 2);
        (page.Rows.Count, page.HasMore).Should().Be((2, true));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whatever_a_database_would_understand_is_only_looked_for(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var plain = (await office.HoldTextAsync(officer, unit, "Yüzde 50 indirim near or not and o1 yazıyordu.")).Id;
        await office.HoldTextAsync(officer, unit, "Başka bir metin.");

        foreach (var hostile in (string[])["yüzde*", "\"yüzde\" NEAR(50)", "words:yüzde", "yüzde' OR '1'='1", "yüzde\"; DROP TABLE cases;--", "^yüzde -50", "yüzde & !50", "yüzde:*", "yüzde <-> 50", "yüz\0de", "{yüzde} 50"])
        {
            await ((Func<Task>)(() => office.FindAsync(officer, hostile))).Should().NotThrowAsync($"of {hostile}");
        }

        (await office.FindAsync(officer, "near or not and")).Should().Equal(plain);
        (await office.FindAsync(officer, "%50%")).Should().Equal(plain);
        (await office.FindAsync(officer, "_o" + unit.Value)).Should().BeEmpty("a place is no word of a text");
        (await office.FindAsync(officer, "o1")).Should().Equal(plain);
    }
}
