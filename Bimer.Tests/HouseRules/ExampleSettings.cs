using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>The example file is the list of settings, so it has all of them with their defaults.</summary>
public sealed class ExampleSettings
{
    // What an institution has to name itself: there the example shows a form, not a default.
    private static readonly string[] _ownWords = ["Bimer:Smtp:Host", "Bimer:Smtp:FromAddress", "Bimer:Smtp:UserName", "Bimer:Smtp:Password"];

    private static readonly IConfiguration _example = new ConfigurationBuilder().AddJsonFile(Repository.At("appsettings.example.json")).Build();

    [Fact]
    public void The_example_holds_every_setting_with_its_default()
    {
        var sections = typeof(Program).Assembly.GetTypes()
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(found => found.Section is not null).ToList();

        sections.Should().HaveCountGreaterThan(4);
        sections.SelectMany(found => DifferencesOf(found.Type, found.Section!)).Should().BeEmpty();
    }

    private static IEnumerable<string> DifferencesOf(Type type, string section)
    {
        var defaults = Activator.CreateInstance(type)!;
        foreach (var setting in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var name = $"{section}:{setting.Name}";
            if (_example[name] is not { } written) yield return $"{name} is missing";
            else if (!_ownWords.Contains(name, StringComparer.Ordinal) && !Same(setting.PropertyType, written, setting.GetValue(defaults)))
                yield return $"{name} is {written}, the default is {setting.GetValue(defaults)}";
        }
    }

    private static bool Same(Type type, string written, object? value) => value is null or ""
        ? written.Length == 0
        : Equals(TypeDescriptor.GetConverter(type).ConvertFrom(null, CultureInfo.InvariantCulture, written), value);
}
