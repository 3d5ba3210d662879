namespace TalentHub.Data.Privacy;

/// <summary>What one table holds: the class of each column, whose rows they are, and what becomes of them when a person is erased.</summary>
public sealed class TableClass
{
    private readonly Dictionary<string, DataClass> named = new(StringComparer.Ordinal);

    private TableClass(Type entity, string title)
    {
        Entity = entity;
        Title = title;
    }

    public Type Entity { get; }

    /// <summary>What the rows are, in words; the key of its translation where the table is exported.</summary>
    public string Title { get; }

    /// <summary>Columns with a class of their own; the rest goes by <see cref="IsNumber"/> or is a mistake.</summary>
    public IReadOnlyDictionary<string, DataClass> Named => named;

    /// <summary>Any of these makes a row the person's; empty where rows are nobody's.</summary>
    public IReadOnlyList<Owner> Owners { get; private set; } = [];

    public Erasing Erasing { get; private set; } = Erasing.BlanksWords;

    /// <summary>Why a table with a reference to a person or their records is nobody's data; null elsewhere.</summary>
    public string? WhyNobodys { get; private set; }

    /// <summary>Columns that stay when the rest is blanked, because figures are made from them; without words and name they tell of nobody.</summary>
    public IReadOnlySet<string> Counted { get; private set; } = new HashSet<string>();

    /// <summary>Columns that are not given out: they tell of the company's questions, of other people or of nothing but the machinery.</summary>
    public IReadOnlySet<string> Withheld { get; private set; } = new HashSet<string>();

    /// <summary>Why the whole table is not given out; null elsewhere.</summary>
    public string? WhyWithheld { get; private set; }

    public static TableClass Of<T>(string title) => new(typeof(T), title);

    public TableClass Public(string columns) => Name(DataClass.Public, columns);

    public TableClass Internal(string columns) => Name(DataClass.Internal, columns);

    public TableClass Personal(string columns) => Name(DataClass.Personal, columns);

    public TableClass Sensitive(string columns) => Name(DataClass.Sensitive, columns);

    public TableClass Secret(string columns) => Name(DataClass.Secret, columns);

    public TableClass Counts(string columns)
    {
        Counted = columns.Split(' ').ToHashSet(StringComparer.Ordinal);
        return this;
    }

    public TableClass Withholds(string columns)
    {
        Withheld = columns.Split(' ').ToHashSet(StringComparer.Ordinal);
        return this;
    }

    public TableClass WithheldBecause(string why)
    {
        WhyWithheld = why;
        return this;
    }

    public TableClass OfPerson(params string[] columns) => Belongs(columns.Select(c => new Owner.Person(c)));

    public TableClass OfRow<TParent>(string column) => Belongs([new Owner.Row(typeof(TParent), column)]);

    public TableClass OfSubject() => Belongs([new Owner.Subject()]);

    public TableClass OfAddress(string column) => Belongs([new Owner.Address(column)]);

    public TableClass RowsGo()
    {
        Erasing = Erasing.RemovesRow;
        return this;
    }

    public TableClass Nobodys(string why)
    {
        WhyNobodys = why;
        return this;
    }

    /// <summary>The class of a column; null when nobody has said it.</summary>
    /// <param name="isWholeNumber">Its values are whole numbers.</param>
    public DataClass? ClassOf(string column, bool isWholeNumber) =>
        named.TryGetValue(column, out var said) ? said : IsTechnical(column) || (isWholeNumber && IsNumber(column)) ? DataClass.Internal : null;

    /// <summary>The number of another row, or of the colleague who did something.</summary>
    public static bool IsNumber(string column) =>
        column == "Id" || column.EndsWith("Id", StringComparison.Ordinal) || column.EndsWith("By", StringComparison.Ordinal);

    private static bool IsTechnical(string column) => column is "Version" or "State" or "StateSince" or "Machine";

    private TableClass Name(DataClass named, string columns)
    {
        foreach (var column in columns.Split(' '))
        {
            this.named.Add(column, named);
        }

        return this;
    }

    private TableClass Belongs(IEnumerable<Owner> ways)
    {
        Owners = [.. Owners, .. ways];
        return this;
    }
}
