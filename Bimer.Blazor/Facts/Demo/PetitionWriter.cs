using Bimer.Domain.Cases;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>What a petition is about and how its answers read.</summary>
internal sealed record WrittenPetition(CaseKind Kind, SubjectFact Subject, string Text, SlotFiller Slots, string? Answer, InadmissibilityReasonFact? Reason);

/// <summary>Writes petitions from the templates, in the shares of the kinds (volumes: istek 45, şikâyet 40, bilgi edinme 8, the rest 7).</summary>
internal sealed class PetitionWriter
{
    private const double NotProcessed = 0.025;

    private static readonly Dictionary<string, CaseKind> KindsByWord = new(StringComparer.Ordinal)
    {
        ["istek"] = CaseKind.Request,
        ["şikâyet"] = CaseKind.Complaint,
        ["ihbar"] = CaseKind.TipOff,
        ["görüş/öneri"] = CaseKind.Opinion,
        ["bilgi edinme"] = CaseKind.InformationRequest,
        ["teşekkür"] = CaseKind.Thanks,
    };

    private static readonly Weighted<CaseKind> Kinds = new(
    [
        (CaseKind.Request, 45), (CaseKind.Complaint, 40), (CaseKind.InformationRequest, 8),
        (CaseKind.TipOff, 3.5), (CaseKind.Opinion, 2.5), (CaseKind.Thanks, 1),
    ]);

    private readonly DemoPlaces _places;
    private readonly TextNoise _noise = new(DemoWords.Shipped);
    private readonly IReadOnlyList<InadmissibleTemplate> _notProcessed = PetitionTemplates.Shipped.NotProcessed;
    private readonly Dictionary<CaseKind, List<(PetitionTemplate Template, SubjectFact Subject)>> _templates;
    private readonly Dictionary<string, InadmissibilityReasonFact> _reasons;
    private readonly SubjectFact _other;

    public PetitionWriter(FactBook book, DemoPlaces places)
    {
        _places = places;
        _reasons = book.InadmissibilityReasons.ToDictionary(r => r.Code, StringComparer.Ordinal);
        _other = book.Subjects[^1];
        var subjects = book.Subjects.ToDictionary(s => (s.Topic, s.Name));
        _templates = PetitionTemplates.Shipped.Templates
            .GroupBy(t => KindsByWord[t.Type])
            .ToDictionary(g => g.Key, g => g.Select(t => (t, subjects[(t.Subject, t.SubSubject)])).ToList());
    }

    public WrittenPetition Write(Dice dice, DistrictFact place, DateOnly day)
    {
        var kind = Kinds.Draw(dice);
        var slots = new SlotFiller(_places, place, day, dice);
        if (kind is CaseKind.Request or CaseKind.Complaint && dice.Chance(NotProcessed)) return Inadmissible(dice, kind, slots);

        var (template, subject) = dice.Pick(_templates[kind]);
        return new(kind, subject, _noise.Apply(slots.Fill(template.Body), dice), slots, template.Answer, null);
    }

    private WrittenPetition Inadmissible(Dice dice, CaseKind kind, SlotFiller slots)
    {
        var template = dice.Pick(_notProcessed);
        return new(kind, _other, slots.Fill(template.Body), slots, null, _reasons[template.Reason]);
    }
}
