using Microsoft.EntityFrameworkCore.Metadata;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>One column: how its value is read from a row's object and turned into what the database stores.</summary>
internal sealed class BulkColumn(IProperty property, string name)
{
    private readonly IClrPropertyGetter _getter = property.GetGetter();
    private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

    public string Name { get; } = name;

    public object? ValueIn(object row)
    {
        var value = _getter.GetClrValue(row);
        return value is null || _convert is null ? value : _convert(value);
    }
}
