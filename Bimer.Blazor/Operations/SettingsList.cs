using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Bimer.Blazor.Operations;

/// <summary>One setting: what its text must be read as, and what it is when nobody sets it.</summary>
internal sealed record Setting(string Key, Type Type, object? Default)
{
    public bool Reads(string text)
    {
        if (Type == typeof(string)) return true;
        try
        {
            // What the framework's binder does; here without its exception on the first bad one.
            return TypeDescriptor.GetConverter(Type).ConvertFromInvariantString(text) is not null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }

    public string DefaultText => Convert.ToString(Default, CultureInfo.InvariantCulture) ?? "";

    /// <summary>What somebody who has to write one needs to know.</summary>
    public string Form => Type switch
    {
        _ when Type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(Type))}",
        _ when Type == typeof(bool) => "true or false",
        _ when Type == typeof(TimeSpan) => "a stretch of time such as 00:05:00",
        _ => "a number",
    };
}

/// <summary>Every setting there is below <c>Bimer</c>: those of the rooms' options, and the few that stand alone.</summary>
internal static class SettingsList
{
    public const string Root = "Bimer";

    // A section each, named by the options class itself.
    public static IReadOnlyList<(string Section, Type Options)> Sections { get; } =
    [
        .. from type in typeof(SettingsList).Assembly.GetTypes()
           let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
           where section is not null
           select (section, type),
    ];

    public static IReadOnlyDictionary<string, Setting> All { get; } =
        Sections.SelectMany(found => Of(found.Section, found.Options)).Concat(Alone()).ToDictionary(setting => setting.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Settings that are lists: <c>Bimer:AllowedOrigins:0</c> and so on.</summary>
    public static IReadOnlyList<string> Lists { get; } = [$"{Root}:AllowedOrigins", $"{Root}:Proxies"];

    private static IEnumerable<Setting> Of(string section, Type options)
    {
        var defaults = Activator.CreateInstance(options);
        return options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
            .Select(property => new Setting($"{section}:{property.Name}", property.PropertyType, property.GetValue(defaults)));
    }

    private static IEnumerable<Setting> Alone() =>
    [
        new($"{Root}:DataPath", typeof(string), ""), new($"{Root}:Vault:KeyFile", typeof(string), ""),
        new($"{Root}:Inadmissibility:Regulation", typeof(bool), true),
        new($"{Root}:Calendar:HalfDayWorks", typeof(bool), true), new($"{Root}:Calendar:AdministrativeLeaveFree", typeof(bool), false), new($"{Root}:Calendar:PaidFeeRestarts", typeof(bool), true), new($"{Root}:Calendar:ArrivalIsLegal", typeof(bool), true),
    ];
}
