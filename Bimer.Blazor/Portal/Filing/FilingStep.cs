namespace Bimer.Blazor.Portal.Filing;

/// <summary>The pages of the form, in their order.</summary>
public enum FilingStep
{
    Kind = 1,
    Place = 2,
    Contact = 3,
    Text = 4,
    Files = 5,
    Check = 6,
}

public static class FilingSteps
{
    public const int Count = 6;

    public const string Gate = "/basvuru";

    /// <summary>The gate for whoever came with a visit in mind that is no longer: it says why the form is not there.</summary>
    public const string GateAgain = Gate + "?bitti=1";

    public static string Path(this FilingStep step) => step switch
    {
        FilingStep.Kind => "/basvuru/yaz",
        FilingStep.Place => "/basvuru/kurum",
        FilingStep.Contact => "/basvuru/iletisim",
        FilingStep.Text => "/basvuru/metin",
        FilingStep.Files => "/basvuru/ekler",
        _ => "/basvuru/kontrol",
    };

    public static FilingStep Next(this FilingStep step) => step == FilingStep.Check ? step : step + 1;
}
