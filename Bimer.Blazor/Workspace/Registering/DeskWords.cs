using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>What a petition says, and what that gives away of an applicant who asked to stay hidden (S6, S13).</summary>
/// <param name="Own">None where nothing is, and where nobody asked to be hidden.</param>
public sealed record DeskWords(string Text, OwnDetails? Own)
{
    public static readonly DeskWords None = new("", Own: null);

    public static DeskWords Of(DeskForm form)
    {
        var text = DeskText.PlainOf(form);
        if (!form.Hides) return new DeskWords(text, Own: null);
        var own = OwnDetails.In(text, form.ValueOf(IntakeField.NationalId), form.ValueOf(IntakeField.Phone), form.ValueOf(IntakeField.GivenName), form.ValueOf(IntakeField.Surname));
        return new DeskWords(text, own.Any ? own : null);
    }
}
