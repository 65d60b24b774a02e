//! Parquet files, row by row.

use std::fs::File;
use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::file::writer::SerializedFileWriter;
use parquet::record::Field;
use parquet::record::reader::RowIter;
use parquet::schema::types::Type;
use serde_json::Value;

/// A file that is read.
pub(super) struct Table {
    names: Vec<String>,
    rows: u64,
    iterator: RowIter<'static>,
}

impl Table {
    pub(super) fn open(file: File) -> Result<Self, ParquetError> {
        let reader = SerializedFileReader::new(file)?;
        let metadata = reader.metadata().file_metadata();
        let fields = metadata.schema().get_fields();
        Ok(Self {
            names: fields.iter().map(|field| field.name().to_owned()).collect(),
            rows: u64::try_from(metadata.num_rows()).unwrap_or_default(),
            iterator: reader.into_iter(),
        })
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    pub(super) fn rows(&self) -> u64 {
        self.rows
    }
}

impl Iterator for Table {
    type Item = Result<Vec<Value>, ParquetError>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.iterator.next()?;
        Some(row.map(|row| {
            row.get_column_iter()
                .map(|(_, field)| value(field))
                .collect()
        }))
    }
}

/// Days are text, as in situations; what no fact can be is kept as text, so that the
/// message about it can show it.
fn value(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(value) => Value::from(*value),
        Field::Byte(value) => Value::from(*value),
        Field::Short(value) => Value::from(*value),
        Field::Int(value) => Value::from(*value),
        Field::Long(value) => Value::from(*value),
        Field::UByte(value) => Value::from(*value),
        Field::UShort(value) => Value::from(*value),
        Field::UInt(value) => Value::from(*value),
        Field::ULong(value) => Value::from(*value),
        Field::Str(text) => Value::from(text.as_str()),
        Field::ListInternal(list) => list.elements().iter().map(value).collect(),
        other => Value::from(other.to_string().trim_matches('"')),
    }
}

/// A file that is written: a row number, then columns of text.
pub(super) struct TableWriter {
    writer: SerializedFileWriter<File>,
    numbers: Vec<i64>,
    columns: Vec<Vec<Option<String>>>,
}

impl TableWriter {
    pub(super) fn create(file: File, names: &[&str]) -> Result<Self, ParquetError> {
        let number = Type::primitive_type_builder("row", Physical::INT64)
            .with_repetition(Repetition::REQUIRED)
            .build()?;
        let mut fields = vec![Arc::new(number)];
        for name in names {
            let field = Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_repetition(Repetition::OPTIONAL)
                .with_logical_type(Some(LogicalType::String))
                .build()?;
            fields.push(Arc::new(field));
        }
        let schema = Type::group_type_builder("opinions")
            .with_fields(fields)
            .build()?;
        let properties = Arc::new(WriterProperties::builder().build());
        Ok(Self {
            writer: SerializedFileWriter::new(file, Arc::new(schema), properties)?,
            numbers: Vec::new(),
            columns: vec![Vec::new(); names.len()],
        })
    }

    /// Keeps a row until the end of its group.
    pub(super) fn row(&mut self, number: u64, texts: Vec<Option<String>>) {
        self.numbers.push(i64::try_from(number).unwrap_or(i64::MAX));
        for (column, text) in self.columns.iter_mut().zip(texts) {
            column.push(text);
        }
    }

    /// Writes the rows that were kept.
    pub(super) fn end_of_group(&mut self) -> Result<(), ParquetError> {
        if self.numbers.is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        if let Some(mut column) = group.next_column()? {
            column
                .typed::<Int64Type>()
                .write_batch(&self.numbers, None, None)?;
            column.close()?;
        }
        for texts in &mut self.columns {
            let Some(mut column) = group.next_column()? else {
                break;
            };
            let present: Vec<i16> = texts.iter().map(|text| i16::from(text.is_some())).collect();
            let values: Vec<ByteArray> = texts
                .drain(..)
                .flatten()
                .map(|text| ByteArray::from(text.into_bytes()))
                .collect();
            column
                .typed::<ByteArrayType>()
                .write_batch(&values, Some(&present), None)?;
            column.close()?;
        }
        group.close()?;
        self.numbers.clear();
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<(), ParquetError> {
        self.end_of_group()?;
        self.writer.close()?;
        Ok(())
    }
}
