using System.Text.Json;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>The ids the fields have on the page: a mistake names the place it is at.</summary>
internal static class DeskFields
{
    public const string Letters = "ilk-harf";
    public const string Kind = "tur";
    public const string Text = "metin";
    public const string Items = "istenenler";
    public const string Topic = "konu";
    public const string Files = "dosya";
    public const string Priority = "aciliyet";
    public const string ReceivedOn = "alindigi-gun";
    public const string Unit = "kaydeden";
    public const string Recipient = "unit";
    public const string District = "ilce";

    public static string IdOf(IntakeField field) => field switch
    {
        IntakeField.NationalId => "tc-no",
        IntakeField.GivenName => "ad",
        IntakeField.Surname => "soyad",
        IntakeField.Phone => "telefon",
        IntakeField.Email => "eposta",
        IntakeField.Address => "adres",
        IntakeField.Education => "egitim",
        IntakeField.Place => "il",
        IntakeField.District => District,
        IntakeField.EntityTitle => "unvan",
        IntakeField.EntityTaxId => "vergi-no",
        IntakeField.EntityAddress => "kurulus-adresi",
        _ => "kurulus-eposta",
    };

    /// <summary>"Mektupta yok", "Söylemedi": named by what it came by.</summary>
    public static string WordOf(FieldPresence presence, IntakeChannel channel) => $"Presence.{presence}.{channel}";

    /// <summary>The name of the input, which is the name in what the page sends.</summary>
    public static string NameOf(IntakeField field) =>
        field == IntakeField.Place ? "plate" : JsonNamingPolicy.CamelCase.ConvertName(field.ToString());
}

/// <summary>What every part of the page shows: the form as it was left, and what is wrong with it.</summary>
public sealed record DeskSheet(IntakeChannel Channel, DeskForm Form, FieldErrors Errors);

/// <summary>Something that is missing or wrong at a desk: at which field, and why.</summary>
/// <param name="Field">The id of the field on the page.</param>
/// <param name="Word">Name of the sentence in RegisteringWords, where no refusal says it.</param>
/// <param name="About">The field of the applicant the sentence names.</param>
public sealed record DeskFault(string Field, Refusal? Refusal, string Word = "", IntakeField? About = null)
{
    public static DeskFault Missing(string field, string word) => new(field, null, word);
}
