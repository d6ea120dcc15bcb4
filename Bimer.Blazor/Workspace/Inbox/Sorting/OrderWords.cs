using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.Inbox.Sorting;

/// <summary>Says an order in words.</summary>
internal static class OrderWords
{
    extension(IStringLocalizer<InboxWords> text)
    {
        /// <summary>By what, and which comes first.</summary>
        public string Told(BoxOrder order) => text["SortTold", text["Sort." + order.By].Value, text.Way(order)];

        /// <summary>Which comes first.</summary>
        public string Way(BoxOrder order) => text[$"Sort.{order.By}.{(order.IsDown ? "Down" : "Up")}"];
    }
}
