module example.com/udf

go 1.26
