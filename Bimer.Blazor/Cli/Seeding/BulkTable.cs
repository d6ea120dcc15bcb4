using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Where the rows of one entity go, read out of the model: the bulk path can never know other columns than the ordinary one.</summary>
internal sealed class BulkTable
{
    private BulkTable(string name, IReadOnlyList<BulkColumn> columns) => (Name, Columns) = (name, columns);

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public string Insert =>
        $"INSERT INTO {Quoted(Name)} ({ColumnList}) VALUES ({string.Join(", ", Columns.Select(_ => "?"))})";

    public string Copy => $"COPY {Quoted(Name)} ({ColumnList}) FROM STDIN (FORMAT BINARY)";

    private string ColumnList => string.Join(", ", Columns.Select(c => Quoted(c.Name)));

    // "from" and "to" are columns here and words of SQL; both databases quote alike.
    private static string Quoted(string name) => $"\"{name}\"";

    public static BulkTable Of(IModel model, Type type)
    {
        var entity = model.FindEntityType(type) ?? throw new ArgumentException($"{type.Name} is not in the model.", nameof(type));
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var properties = entity.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.OnAdd).ToList();
        if (properties.Exists(p => p.IsShadowProperty())) throw new NotSupportedException($"{type.Name} has a value its objects do not carry.");
        return new BulkTable(table.Name, [.. properties.Select(p => new BulkColumn(p, p.GetColumnName(table)!))]);
    }
}
