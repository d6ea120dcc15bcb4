using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>
/// A query written like any other, through the visibility functions, but translated once: finding out anew which query a large
/// expression is costs more than running it. Who asks and what is asked for are the only things that may differ between two runs.
/// </summary>
/// <param name="write">Writes the query. Whatever else it captured would be frozen at the first run, so that is refused.</param>
internal sealed class KeptQuery<TKey, TResult>(Func<BimerDbContext, Actor, StrongBox<TKey>, IQueryable<TResult>> write)
{
    private readonly ConditionalWeakTable<IModel, Func<BimerDbContext, UserId, DateOnly, TKey, IAsyncEnumerable<TResult>>> _byModel = [];

    public IAsyncEnumerable<TResult> Read(BimerDbContext db, Actor actor, TKey key) =>
        _byModel.GetValue(db.Model, _ => Translate(db))(db, actor.UserId, actor.On, key);

    private Func<BimerDbContext, UserId, DateOnly, TKey, IAsyncEnumerable<TResult>> Translate(BimerDbContext db)
    {
        var holes = new QueryHoles(new Actor(default, [], default), new StrongBox<TKey>());
        var body = holes.Visit(write(db, holes.Who, (StrongBox<TKey>)holes.Asked).Expression);
        var context = Expression.Parameter(typeof(BimerDbContext), "db");
        return EF.CompileAsyncQuery(Expression.Lambda<Func<BimerDbContext, UserId, DateOnly, TKey, IQueryable<TResult>>>(
            body, context, holes.User, holes.On, holes.Key));
    }
}

/// <summary>Replaces, in a written query, the stand-ins for who asks and what is asked for by parameters.</summary>
internal sealed class QueryHoles(Actor who, IStrongBox asked) : ExpressionVisitor
{
    public Actor Who { get; } = who;
    public IStrongBox Asked { get; } = asked;

    public ParameterExpression User { get; } = Expression.Parameter(typeof(UserId), "user");
    public ParameterExpression On { get; } = Expression.Parameter(typeof(DateOnly), "on");
    public ParameterExpression Key { get; } = Expression.Parameter(asked.GetType().GenericTypeArguments[0], "key");

    protected override Expression VisitMember(MemberExpression node)
    {
        if (!TryEvaluate(node.Expression, out var owner)) return base.VisitMember(node);
        if (ReferenceEquals(owner, Who)) return node.Member.Name switch { nameof(Actor.UserId) => User, nameof(Actor.On) => On, _ => throw Frozen(node) };
        if (ReferenceEquals(owner, Asked)) return Key;
        return ValueOf(node.Member, owner) is IQueryable query ? Visit(query.Expression) : throw Frozen(node);
    }

    protected override Expression VisitExtension(Expression node) =>
        node is EntityQueryRootExpression root ? root.DetachQueryProvider() : base.VisitExtension(node);

    private static bool TryEvaluate(Expression? expression, out object? value)
    {
        value = null;
        if (expression is ConstantExpression constant)
        {
            value = constant.Value;
            return true;
        }

        if (expression is not MemberExpression member || !TryEvaluate(member.Expression, out var owner)) return false;
        value = ValueOf(member.Member, owner);
        return true;
    }

    private static object? ValueOf(MemberInfo member, object? owner) =>
        member is FieldInfo field ? field.GetValue(owner) : ((PropertyInfo)member).GetValue(owner);

    private static InvalidOperationException Frozen(MemberExpression node) => new($"The query would keep the value of {node.Member.Name} from its first run.");
}
